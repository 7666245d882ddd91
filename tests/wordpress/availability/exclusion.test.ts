/** Tests exclusion of products, variations and whole categories, with all their translations. */
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import { openSession, save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';
import { SHOP_ROOM } from '../support/writer';

const SKUS = [ 'CAP', 'SHIRT', 'SHIRT-S', 'SHIRT-M', 'MUG', 'MUG-RU' ] as const;
const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

/** Makes as much of Polylang as our plugin looks for. */
const LANGUAGES = `
	if ( get_option( 'fake_polylang' ) ) {
		define( 'POLYLANG_VERSION', '3.7' );
	}
	add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );`;

let session: Session;
let id: Record< ( typeof SKUS )[ number ], number >;
/** Shirts is a category below Clothes; Gifts is beside them. */
let clothes = 0;
let gifts = 0;

beforeAll( async () => {
	session = await openSession(
		{ offers: SKUS.map( ( sku ) => ( { sku, quantity: 100 } ) ) },
		{ mu: { languages: LANGUAGES } }
	);
	const { shop } = session;
	const [ CAP = 0, SHIRT = 0, S = 0, M = 0, MUG = 0, RU = 0 ] =
		await bulkFill( shop, [
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
			{ ...TEN, sku: 'MUG-RU', name: 'Mug, Russian' },
		] );
	id = { CAP, SHIRT, 'SHIRT-S': S, 'SHIRT-M': M, MUG, 'MUG-RU': RU };
	const terms = await shop.php(
		phpFile( __dirname, 'exclusion-categories.php', {
			ids: { shirt: SHIRT, cap: CAP, mug: MUG, mug_ru: RU },
		} )
	);
	[ clothes = 0, gifts = 0 ] = ( Array.isArray( terms ) ? terms : [] ).map(
		Number
	);
	await save( shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

let on = 100;

/** Syncs everything, removes all marks, and gives KeyCRM other numbers. */
beforeEach( async () => {
	await session.shop.php( `
		delete_post_meta_by_key( '_keycrm_stock_exclude' );
		delete_metadata( 'term', 0, '_keycrm_stock_exclude', '', true );
		delete_option( 'fake_polylang' );
		return true;` );
	expect( ( await sync( session.shop ) ).error ).toBeNull();
	on++;
	for ( const offer of session.keycrm.world.catalogue.offers() ) {
		session.keycrm.world.stock.set( offer, 1, on, 'manual' );
	}
} );

const onProduct = ( call: 'exclude' | 'include', of: number ) =>
	session.shop.php( `
		global $wpdb;
		$database = new KeyCrmStock\\Database\\Database( $wpdb );
		( new KeyCrmStock\\Shop\\Exclusion\\ExclusionMarks( $database, new KeyCrmStock\\Shop\\Catalogue\\Translations( $database ) ) )->${ call }( ${ of } );
		return true;` );

const mark = ( category: number ) =>
	session.shop.php(
		`return update_term_meta( ${ category }, '_keycrm_stock_exclude', 'yes' );`
	);

/** Runs a sync and returns the SKUs whose numbers it left unchanged. */
async function left(): Promise< string[] > {
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	const stock = await stockBySku( session.shop );
	const old = SKUS.filter(
		( sku ) => sku !== 'SHIRT' && stock.get( sku ) !== on
	);
	expect( run.counts.excluded ).toBeGreaterThanOrEqual( old.length );
	return old;
}

it( 'leaves out nothing when nothing is marked', async () => {
	expect( await left() ).toEqual( [] );
} );

it( 'leaves out a marked product with its variations, or a marked variation, until the mark is removed', async () => {
	await onProduct( 'exclude', id.SHIRT );
	await onProduct( 'exclude', id.MUG );
	expect( await left() ).toEqual( [ 'SHIRT-S', 'SHIRT-M', 'MUG' ] );
	await onProduct( 'include', id.SHIRT );
	await onProduct( 'exclude', id[ 'SHIRT-M' ] );
	expect( await left() ).toEqual( [ 'SHIRT-M', 'MUG' ] );
} );

it( 'leaves out the products of a marked category and of its subcategories', async () => {
	await mark( clothes );
	expect( await left() ).toEqual( [ 'CAP', 'SHIRT-S', 'SHIRT-M' ] );
} );

it( 'leaves out a product when one of its categories is marked', async () => {
	await mark( gifts );
	expect( await left() ).toEqual( [ 'CAP', 'MUG-RU' ] );
} );

const polylang = () =>
	session.shop.php( `return update_option( 'fake_polylang', 'yes' );` );

it( 'leaves out a whole translation set when any one of it is marked', async () => {
	await polylang();
	await onProduct( 'exclude', id[ 'MUG-RU' ] );
	const run = await sync( session.shop );
	expect( run.counts ).toMatchObject( { excluded: 1, updated: 3 } );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on - 1 );
	// The mark is removed on the other translation.
	await onProduct( 'include', id.MUG );
	expect( ( await sync( session.shop ) ).counts.excluded ).toBe( 0 );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on );
} );

it( 'leaves out a whole translation set when any one of it is in a marked category', async () => {
	await polylang();
	await mark( gifts );
	await sync( session.shop );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on - 1 );
} );

it( 'leaves out a product that is marked after the plan, because the writer checks under its lock', async () => {
	await mark( gifts );
	const outcome = await session.shop.php( `
		${ SHOP_ROOM }
		$results = $writer->write_page( array( ${ id.CAP }, ${ id.MUG } ), static fn ( array $ids ): array => array_fill_keys( $ids, 3.0 ), static fn () => null, new KeyCrmStock\\Shop\\Stock\\WriteOptions( false, false ) );
		return array_map( static fn ( $result ) => $result->outcome->value, array_values( $results ) );` );
	expect( outcome ).toEqual( [ 'excluded', 'updated' ] );
} );

it( 'does not count excluded products as losses in the guard', async () => {
	await save( session.shop, {
		guard: { min_products: 1, max_zeroed_percent: 90 },
	} );
	await mark( clothes );
	const run = await sync( session.shop );
	expect( run.status ).toBe( 'succeeded' );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );

it( 'runs one statement a page for category marks, and a second one when a category is marked', async () => {
	const count = async () =>
		session.shop.php( `
			${ SHOP_ROOM }
			$before = $wpdb->num_queries;
			$listed = count( $catalogue->page( 0, 500 ) );
			return array( $listed, $wpdb->num_queries - $before );` );
	// One statement reads the variations of a product that has an SKU but keeps no number.
	expect( await count() ).toEqual( [ 6, 5 ] );
	await mark( gifts );
	expect( await count() ).toEqual( [ 6, 6 ] );
} );

it( 'ends when categories are each other’s parents', async () => {
	await session.shop.php( `
		global $wpdb;
		$wpdb->update( $wpdb->term_taxonomy, array( 'parent' => ${ gifts } ), array( 'term_id' => ${ gifts } ) );
		return true;` );
	await mark( clothes );
	expect( await left() ).toEqual( [ 'CAP', 'SHIRT-S', 'SHIRT-M' ] );
} );
