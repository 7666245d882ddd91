/** What is left alone: marked products and variations, whole categories, and every translation of them. */
import { phpFile } from '../../support/php-file';
import { bulkFill } from '../../support/fill/bulk-fill';
import { openSession, save, stockBySku, sync } from '../support/session';
import type { Session } from '../support/session';
import { SHOP_ROOM } from '../support/writer';

const SKUS = [ 'CAP', 'SHIRT', 'SHIRT-S', 'SHIRT-M', 'MUG', 'MUG-RU' ] as const;
const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

/** As far as our plugin looks for it. */
const LANGUAGES = `
	if ( get_option( 'fake_polylang' ) ) {
		define( 'POLYLANG_VERSION', '3.7' );
	}
	add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );`;

let session: Session;
let id: Record< ( typeof SKUS )[ number ], number >;
/** Clothes → Shirts; Gifts stands beside them. */
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

/** Everything is in step, nothing is marked, and KeyCRM has other numbers now. */
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

/** The SKUs that one run has left as they were. */
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

it( 'is nothing where nobody says so', async () => {
	expect( await left() ).toEqual( [] );
} );

it( 'is a marked product with its variations, or a marked variation, until that is taken back', async () => {
	await onProduct( 'exclude', id.SHIRT );
	await onProduct( 'exclude', id.MUG );
	expect( await left() ).toEqual( [ 'SHIRT-S', 'SHIRT-M', 'MUG' ] );
	await onProduct( 'include', id.SHIRT );
	await onProduct( 'exclude', id[ 'SHIRT-M' ] );
	expect( await left() ).toEqual( [ 'SHIRT-M', 'MUG' ] );
} );

it( 'is a marked category, and those below it', async () => {
	await mark( clothes );
	expect( await left() ).toEqual( [ 'CAP', 'SHIRT-S', 'SHIRT-M' ] );
} );

it( 'is a product of which one category of several is marked', async () => {
	await mark( gifts );
	expect( await left() ).toEqual( [ 'CAP', 'MUG-RU' ] );
} );

const polylang = () =>
	session.shop.php( `return update_option( 'fake_polylang', 'yes' );` );

it( 'is a whole translation set, whichever of it is marked', async () => {
	await polylang();
	await onProduct( 'exclude', id[ 'MUG-RU' ] );
	const run = await sync( session.shop );
	expect( run.counts ).toMatchObject( { excluded: 1, updated: 3 } );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on - 1 );
	// Taken back on the other one.
	await onProduct( 'include', id.MUG );
	expect( ( await sync( session.shop ) ).counts.excluded ).toBe( 0 );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on );
} );

it( 'is a whole translation set, whichever of it is in a marked category', async () => {
	await polylang();
	await mark( gifts );
	await sync( session.shop );
	expect( ( await stockBySku( session.shop ) ).get( 'MUG' ) ).toBe( on - 1 );
} );

it( 'holds against a plan that was made before: looked at under the writer’s lock', async () => {
	await mark( gifts );
	const outcome = await session.shop.php( `
		${ SHOP_ROOM }
		$results = $writer->write_page( array( ${ id.CAP }, ${ id.MUG } ), static fn ( array $ids ): array => array_fill_keys( $ids, 3.0 ), static fn () => null, new KeyCrmStock\\Shop\\Stock\\WriteOptions( false, false ) );
		return array_map( static fn ( $result ) => $result->outcome->value, array_values( $results ) );` );
	expect( outcome ).toEqual( [ 'excluded', 'updated' ] );
} );

it( 'is no reason for the guard to stop a run', async () => {
	await save( session.shop, {
		guard: { min_products: 1, max_zeroed_percent: 90 },
	} );
	await mark( clothes );
	const run = await sync( session.shop );
	expect( run.status ).toBe( 'succeeded' );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );

it( 'costs one statement a page for the marks of categories, and a second where one is marked', async () => {
	const count = async () =>
		session.shop.php( `
			${ SHOP_ROOM }
			$before = $wpdb->num_queries;
			$listed = count( $catalogue->page( 0, 500 ) );
			return array( $listed, $wpdb->num_queries - $before );` );
	// One of them is about the variations of a product that has an SKU and keeps no number.
	expect( await count() ).toEqual( [ 6, 5 ] );
	await mark( gifts );
	expect( await count() ).toEqual( [ 6, 6 ] );
} );

it( 'survives categories that stand below each other in a circle', async () => {
	await session.shop.php( `
		global $wpdb;
		$wpdb->update( $wpdb->term_taxonomy, array( 'parent' => ${ gifts } ), array( 'term_id' => ${ gifts } ) );
		return true;` );
	await mark( clothes );
	expect( await left() ).toEqual( [ 'CAP', 'SHIRT-S', 'SHIRT-M' ] );
} );
