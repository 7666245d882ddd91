/**
 * Tests product types of other plugins: which are synced, which can be switched on, and which have no number
 * of their own.
 */
import { phpFile } from '../../support/php-file';
import {
	changeListSchema,
	fixSchema,
	mismatchListSchema,
} from '../../../src-admin/contract';
import {
	call,
	current,
	openSession,
	save,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { seed, SHOP_ROOM } from '../support/writer';

/**
 * Two classes as such plugins have them. The other types load as simple products, as when their plugin is
 * inactive.
 */
const TYPES = phpFile( __dirname, 'product-types-plugin.php' );

const UNITS = [ 'simple', 'subscription', 'voucher' ];
const CONTAINERS = [
	'variable',
	'variable-subscription',
	'bundle',
	'composite',
	'booking',
	'box',
];
const NUMBERLESS = [ 'grouped', 'external', 'link' ];
const UNKNOWN = [ 'unheard-of', 'odd', 'odder' ];
const ALL = [ ...UNITS, ...CONTAINERS, ...NUMBERLESS, ...UNKNOWN ];

/** For each type a product that keeps a number, one that does not, and one without SKU. */
const SEED = phpFile( __dirname, 'product-types-shop.php', { types: ALL } );

const SKUS = [
	...ALL.flatMap( ( type ) => [ `${ type }-own`, `${ type }-off` ] ),
	'part',
];

let session: Session;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	session = await openSession(
		{ offers: SKUS.map( ( sku ) => ( { sku, quantity: 7 } ) ) },
		{ mu: { types: TYPES } }
	);
	idOf = await seed( session.shop, SEED );
	await save( session.shop, { guard: { min_products: 1000 } } );
} );
afterAll( () => session.stop() );

const listed = async ( group: string ) =>
	mismatchListSchema.parse(
		await call(
			session.shop,
			'GET',
			`/unmatched?group=${ group }&per_page=100`
		)
	).items;

const withNumber = async ( number: number ) =>
	[ ...( await stockBySku( session.shop ) ) ]
		.filter( ( [ , stock ] ) => stock === number )
		.map( ( [ sku ] ) => sku )
		.sort();

const skusOf = ( types: readonly string[], end: string ) =>
	types.map( ( type ) => `${ type }-${ end }` );

it( 'syncs products that keep their own number, and offers to switch on those sold in units', async () => {
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	expect( await withNumber( 7 ) ).toEqual(
		skusOf( [ ...UNITS, ...CONTAINERS, ...UNKNOWN ], 'own' ).sort()
	);
	const off = await listed( 'not_managed' );
	expect( off.map( ( { sku } ) => sku ).sort() ).toEqual(
		[
			...skusOf( ALL, 'off' ),
			...skusOf( NUMBERLESS, 'own' ),
			'part',
		].sort()
	);
	expect(
		off
			.filter( ( { can_switch_on } ) => can_switch_on )
			.map( ( { sku } ) => sku )
			.sort()
	).toEqual( [ ...skusOf( UNITS, 'off' ), 'part' ].sort() );
} );

it( 'says what can be done about each product, and offers to switch on only types sold in units', async () => {
	const advice = ( type: string ) => {
		if ( CONTAINERS.includes( type ) ) {
			return /its variations, or the parts of a bundle/;
		}
		return NUMBERLESS.includes( type )
			? /WooCommerce never keeps/
			: /by hand/;
	};
	const off = await listed( 'not_managed' );
	const reasons = new Map(
		off.map( ( { sku, reason } ) => [ sku, reason ] )
	);
	for ( const type of [ ...CONTAINERS, ...NUMBERLESS, ...UNKNOWN ] ) {
		expect( reasons.get( `${ type }-off` ) ).toMatch( advice( type ) );
	}
	for ( const sku of [ ...skusOf( UNITS, 'off' ), 'part' ] ) {
		expect( reasons.get( sku ) ).toBe( '' );
	}
	const { run } = await current( session.shop );
	const noted = changeListSchema.parse(
		await call(
			session.shop,
			'GET',
			`/runs/${ run?.id }/changes?outcome=not_managed&per_page=100`
		)
	).items;
	expect( noted ).toHaveLength( off.length );
	for ( const { sku, reason } of noted ) {
		const type = sku.replace( /-(off|own)$/, '' );
		const isUnit = UNITS.includes( type ) || 'part' === sku;
		expect( reason ).toMatch(
			isUnit ? /let the plugin do so/ : advice( type )
		);
		expect( /let the plugin do so/.test( reason ) ).toBe( isUnit );
	}
} );

it( 'gives the reason when a request asks to switch on another type', async () => {
	const { done, left } = fixSchema.parse(
		await call( session.shop, 'POST', '/unmatched/switch-on', {
			product_ids: [ idOf( 'variable-off' ), idOf( 'grouped-off' ) ],
		} )
	);
	expect( done ).toEqual( [] );
	expect( left.map( ( { reason } ) => reason ) ).toEqual( [
		expect.stringContaining( 'its variations, or the parts of a bundle' ),
		expect.stringContaining( 'WooCommerce never keeps' ),
	] );
} );

it( 'lists a missing SKU only for products that can have a number', async () => {
	const bare = await listed( 'no_sku' );
	expect( bare.map( ( { product_name } ) => product_name ).sort() ).toEqual(
		skusOf( [ ...UNITS, ...UNKNOWN ], 'bare' ).sort()
	);
} );

it( 'counts as many products as it lists', async () => {
	expect(
		await session.shop.php(
			`${ SHOP_ROOM } return $catalogue->total() - count( $catalogue->page( 0, 500 ) );`
		)
	).toBe( 0 );
} );

it( 'does not ask KeyCRM for SKUs of container products that it has no offers for', async () => {
	expect(
		await session.shop.php( `
			global $wpdb;
			$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
			$skus     = new KeyCrmStock\\Sync\\Read\\ShopSkus( $services->catalogue, $services->translation_sets, $services->levels );
			$wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_levels SET read_at = 1" );
			return array_map( static fn ( $own ) => $own->sku, $skus->page( 0, 500, 2 )[0] );` )
	).toEqual(
		SKUS.filter(
			( sku ) =>
				! skusOf( CONTAINERS, 'off' ).includes( sku ) &&
				! NUMBERLESS.some( ( type ) => sku.startsWith( `${ type }-` ) )
		)
	);
} );

it( 'switches on only products sold in units, when the owner asks for it', async () => {
	await save( session.shop, { manage_stock: 'enable' } );
	for ( const offer of session.keycrm.world.catalogue.offers() ) {
		session.keycrm.world.stock.set( offer, 1, 8, 'manual' );
	}
	expect( ( await sync( session.shop ) ).error ).toBeNull();
	expect( await withNumber( 8 ) ).toEqual(
		[
			...skusOf( [ ...UNITS, ...CONTAINERS, ...UNKNOWN ], 'own' ),
			...skusOf( UNITS, 'off' ),
			'part',
		].sort()
	);
	// The writer refuses other types too.
	expect(
		await session.shop.php( `
			${ SHOP_ROOM }
			$results = $writer->write_page( array( ${ idOf( 'box-off' ) }, ${ idOf(
				'unheard-of-off'
			) } ), static fn ( array $ids ): array => array_fill_keys( $ids, 3.0 ), static fn () => null, new KeyCrmStock\\Shop\\Stock\\WriteOptions( true, false ) );
			return array_map( static fn ( $result ) => $result->outcome->value, array_values( $results ) );` )
	).toEqual( [ 'not_managed', 'not_managed' ] );
} );
