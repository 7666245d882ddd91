/**
 * Tests buffers: a product's own comes before its category's, and that before the shop's. A change counts
 * from the next run on.
 */
import { changeListSchema } from '../../../src-admin/contract';
import { bulkFill } from '../../support/fill/bulk-fill';
import { phpValue } from '../../support/php-value';
import { call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';

const SKUS = [ 'CAP', 'SHIRT', 'SHIRT-S', 'SHIRT-M', 'MUG' ] as const;
const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

let session: Session;
let id: Record< ( typeof SKUS )[ number ], number >;
/** Shirts is a category below Clothes; Gifts is beside them. */
let clothes = 0;
let shirts = 0;
let gifts = 0;

beforeAll( async () => {
	session = await openSession( {
		offers: SKUS.map( ( sku ) => ( { sku, quantity: 100 } ) ),
	} );
	const { shop } = session;
	const [ CAP = 0, SHIRT = 0, S = 0, M = 0, MUG = 0 ] = await bulkFill(
		shop,
		[
			{ ...TEN, sku: 'CAP', name: 'Cap' },
			{
				...TEN,
				sku: 'SHIRT',
				name: 'Shirt',
				type: 'variable',
				stock: null,
			},
			{ ...TEN, sku: 'SHIRT-S', name: 'S', type: 'variation', parent: 1 },
			{ ...TEN, sku: 'SHIRT-M', name: 'M', type: 'variation', parent: 1 },
			{ ...TEN, sku: 'MUG', name: 'Mug' },
		]
	);
	id = { CAP, SHIRT, 'SHIRT-S': S, 'SHIRT-M': M, MUG };
	const terms = await shop.php( `
		$clothes = wp_insert_term( 'Clothes', 'product_cat' )['term_id'];
		$shirts  = wp_insert_term( 'Shirts', 'product_cat', array( 'parent' => $clothes ) )['term_id'];
		$gifts   = wp_insert_term( 'Gifts', 'product_cat' )['term_id'];
		wp_set_object_terms( ${ SHIRT }, array( $shirts, $gifts ), 'product_cat' );
		wp_set_object_terms( ${ CAP }, array( $clothes ), 'product_cat' );
		return array( $clothes, $shirts, $gifts );` );
	[ clothes = 0, shirts = 0, gifts = 0 ] = (
		Array.isArray( terms ) ? terms : []
	).map( Number );
	await save( shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

beforeEach( async () => {
	await session.shop.php( `
		delete_post_meta_by_key( '_keycrm_stock_buffer' );
		delete_metadata( 'term', 0, '_keycrm_stock_buffer', '', true );
		return true;` );
	await save( session.shop, { buffer: 1 } );
} );

const enter = ( kind: 'post' | 'term', of: number, text: string ) =>
	session.shop.php(
		`return update_${ kind }_meta( ${ of }, '_keycrm_stock_buffer', ${ phpValue(
			text
		) } );`
	);
const onProduct = ( of: number, text: string ) => enter( 'post', of, text );
const onCategory = ( of: number, text: string ) => enter( 'term', of, text );

/** Runs a sync and returns how many pieces fewer than KeyCRM's 100 each product has. */
async function kept(): Promise< unknown > {
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	return session.shop.php( `
		global $wpdb;
		$kept = array();
		foreach ( ${ phpValue( id ) } as $sku => $id ) {
			$stock = $wpdb->get_var( "SELECT meta_value FROM {$wpdb->postmeta} WHERE post_id = $id AND meta_key = '_stock'" );
			null === $stock || $kept[ $sku ] = 100 - (int) $stock;
		}
		return $kept;` );
}

const WITHOUT = { CAP: 1, 'SHIRT-S': 1, 'SHIRT-M': 1, MUG: 1 };

it( 'uses the shop’s buffer when neither product nor category has one', async () => {
	expect( await kept() ).toEqual( WITHOUT );
} );

it( 'uses a product’s own buffer, also when it is 0, and uses it for its variations', async () => {
	await onProduct( id.MUG, '0' );
	await onProduct( id.SHIRT, '7' );
	await onProduct( id[ 'SHIRT-M' ], '3' );
	expect( await kept() ).toEqual( {
		...WITHOUT,
		MUG: 0,
		'SHIRT-S': 7,
		'SHIRT-M': 3,
	} );
} );

it( 'uses the category’s buffer, else the parent category’s, and the largest of several', async () => {
	await onCategory( clothes, '4' );
	expect( await kept() ).toEqual( {
		...WITHOUT,
		CAP: 4,
		'SHIRT-S': 4,
		'SHIRT-M': 4,
	} );
	await onCategory( shirts, '2' );
	expect( await kept() ).toMatchObject( { CAP: 4, 'SHIRT-S': 2 } );
	await onCategory( gifts, '6' );
	expect( await kept() ).toMatchObject( { 'SHIRT-S': 6, 'SHIRT-M': 6 } );
	await onProduct( id[ 'SHIRT-M' ], '1' );
	expect( await kept() ).toMatchObject( { 'SHIRT-S': 6, 'SHIRT-M': 1 } );
} );

it( 'lets a category’s buffer of 0 override the shop’s buffer', async () => {
	await onCategory( gifts, '0' );
	expect( await kept() ).toEqual( {
		...WITHOUT,
		'SHIRT-S': 0,
		'SHIRT-M': 0,
	} );
} );

it( 'keeps nothing back when the stored buffer is no number of pieces', async () => {
	const texts = [
		'',
		' ',
		'-1',
		'2.5',
		'two',
		'1000001',
		'1e3',
		'٣',
		'3\n4',
	];
	expect(
		await session.shop.php(
			`return array_map( KeyCrmStock\\Value\\Stock\\Buffer::parse( ... ), ${ phpValue(
				[ ...texts, ' 7 ', '1000000' ]
			) } );`
		)
	).toEqual( [ ...texts.map( () => null ), 7, 1_000_000 ] );
	await onProduct( id.CAP, '2.5' );
	await onCategory( gifts, 'two' );
	expect( await kept() ).toEqual( WITHOUT );
} );

it( 'records in the change where the buffer comes from', async () => {
	await onProduct( id.MUG, '20' );
	await onCategory( clothes, '30' );
	const run = await sync( session.shop );
	const { items } = changeListSchema.parse(
		await call( session.shop, 'GET', `/runs/${ run.id }/changes` )
	);
	const from = new Map(
		items.map( ( { sku, parts } ) => [ sku, parts?.buffer_from ] )
	);
	expect( from.get( 'MUG' ) ).toBe( 'product' );
	expect( from.get( 'CAP' ) ).toBe( 'category' );
} );

it( 'runs three statements a page, or four with category buffers, for any number of products', async () => {
	const counted = async () =>
		session.shop.php( `
			global $wpdb;
			$ids    = array_map( 'intval', $wpdb->get_col( "SELECT ID FROM {$wpdb->posts} WHERE post_type IN ( 'product', 'product_variation' )" ) );
			$before = $wpdb->num_queries;
			$found  = ( new KeyCrmStock\\Shop\\Catalogue\\ProductBuffers( new KeyCrmStock\\Database\\Database( $wpdb ) ) )->for_products( $ids );
			return array( $wpdb->num_queries - $before, count( $found ) );` );
	expect( await counted() ).toEqual( [ 3, 0 ] );
	await onCategory( clothes, '4' );
	expect( await counted() ).toEqual( [ 4, 4 ] );
} );

it( 'fails when buffers cannot be read, because unknown is not 0', async () => {
	const said = session.shop.php( `
		global $wpdb;
		$wpdb->suppress_errors();
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, '_keycrm_stock_buffer' ) ? 'SELECT 1 FROM nowhere' : $query );
		return ( new KeyCrmStock\\Shop\\Catalogue\\ProductBuffers( new KeyCrmStock\\Database\\Database( $wpdb ) ) )->for_products( array( 1 ) );` );
	await expect( said ).rejects.toThrow( 'The database refused' );
} );

it( 'ends when categories are each other’s parents', async () => {
	await onCategory( gifts, '5' );
	const above = ( parent: number ) =>
		session.shop.sql(
			`UPDATE wp_term_taxonomy SET parent = ${ parent } WHERE term_id = ${ clothes }`
		);
	await above( shirts );
	expect( await kept() ).toMatchObject( { CAP: 1, 'SHIRT-S': 5 } );
	await above( 0 );
} );
