/** Tests several places of the shop: each goes to its warehouse, several to one are summed, and others go where all else goes. */
import { phpFile } from '../../support/php-file';
import { changesOf, lead, push, sent, setStock } from '../support/push';
import { call, save } from '../support/session';
import type { Session } from '../support/session';
import { openBlank } from '../support/shops/blank-account';
import { NO_WAKE_UP } from '../support/webhooks';

let session: Session;
let kyiv: string;
let lviv: string;

const idOf = ( sku: string ): number =>
	session.keycrm.world.catalogue.offersOfSku( sku )[ 0 ]?.id ?? 0;

/** Physical totals in KeyCRM, by warehouse. */
function inKeyCrm( sku: string ): Record< number, number > {
	const { catalogue, stock } = session.keycrm.world;
	const [ offer ] = catalogue.offersOfSku( sku );
	return Object.fromEntries(
		offer === undefined
			? []
			: stock
					.lines( offer )
					.map( ( { warehouse_id, quantity } ) => [
						warehouse_id,
						quantity,
					] )
	);
}

const keep = ( sku: string, places: Readonly< Record< string, number > > ) =>
	session.shop.php( `$id = wc_get_product_id_by_sku( '${ sku }' );
		foreach ( json_decode( '${ JSON.stringify(
			places
		) }', true ) as $key => $quantity ) { update_post_meta( $id, $key, $quantity ); }
		return true;` );

beforeAll( async () => {
	session = await openBlank( 12, {
		mu: {
			'places.php': phpFile( __dirname, 'places-plugin.php' ),
			'no-wake-up.php': NO_WAKE_UP,
		},
	} );
	const { shop, keycrm } = session;
	keycrm.world.behave( { unknown_warehouse_in_push: 'accepted' } );
	await save( shop, { guard: { min_products: 1000 } } );
	const ids =
		await shop.php( `update_option( 'active_plugins', array( ...get_option( 'active_plugins' ), 'stock-locations-for-woocommerce/stock-locations-for-woocommerce.php' ) );
		return implode( ',', array( wp_insert_term( 'Kyiv', 'location' )['term_id'], wp_insert_term( 'Lviv', 'location' )['term_id'] ) );` );
	[ kyiv = '', lviv = '' ] = String( ids ).split( ',' );
	await lead( session );
} );
afterAll( () => session.stop() );

it( 'are named beside the settings', async () => {
	expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject( {
		places: [],
		stock_places: [
			{ place: kyiv, name: 'Kyiv' },
			{ place: lviv, name: 'Lviv' },
			{ place: 'truck', name: 'Truck' },
		],
	} );
} );

it( 'cannot be mapped twice', async () => {
	const row = { place: kyiv, warehouse_id: 2 };
	await expect(
		save( session.shop, { places: [ row, { ...row, warehouse_id: 3 } ] } )
	).rejects.toThrow( '400' );
} );

it( 'go to their warehouses, those that share one are summed, and a product without a place goes where all else goes', async () => {
	await keep( 'B-1', {
		[ `_stock_at_${ kyiv }` ]: 4,
		[ `_stock_at_${ lviv }` ]: 7,
	} );
	await keep( 'B-2', { [ `_stock_at_${ kyiv }` ]: 3, _in_truck: 5 } );
	await save( session.shop, {
		places: [
			{ place: kyiv, warehouse_id: 2 },
			{ place: 'truck', warehouse_id: 2 },
			{ place: lviv, warehouse_id: 3 },
		],
	} );
	session.keycrm.log.clear();
	const run = await push( session );
	expect( run ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 2, failed: 0 },
	} );
	expect( inKeyCrm( 'B-1' ) ).toMatchObject( { 2: 4, 3: 7 } );
	expect( inKeyCrm( 'B-2' ) ).toMatchObject( { 2: 8 } );
	expect( inKeyCrm( 'B-3' ) ).toMatchObject( { 1: 13 } );
	// One request for each warehouse.
	expect(
		sent( session )
			.map( ( { warehouse_id } ) => warehouse_id )
			.sort()
	).toEqual( [ 2, 3 ] );
	const change = ( await changesOf( session, run ) ).find(
		( { sku } ) => sku === 'B-1'
	);
	expect( change ).toMatchObject( {
		before: 0,
		after: 11,
		pushed: [
			{ warehouse_id: 2, quantity: 4 },
			{ warehouse_id: 3, quantity: 7 },
		],
	} );
} );

it( 'keep each its own reserve', async () => {
	session.keycrm.world.orders.create( {
		status_id: 2,
		products: [ { sku: 'B-1', quantity: 2, warehouse_id: 2 } ],
	} );
	await keep( 'B-1', { [ `_stock_at_${ kyiv }` ]: 9 } );
	await setStock( session, 'B-1', 16 );
	session.keycrm.log.clear();
	await push( session );
	expect( sent( session ) ).toMatchObject( [
		{ warehouse_id: 2, stocks: [ { id: idOf( 'B-1' ) } ] },
	] );
	const { stock, catalogue } = session.keycrm.world;
	const [ offer ] = catalogue.offersOfSku( 'B-1' );
	const line =
		offer &&
		stock.lines( offer ).find( ( { warehouse_id } ) => warehouse_id === 2 );
	expect( ( line?.quantity ?? 0 ) - ( line?.reserve ?? 0 ) ).toBe( 9 );
} );

it( 'a filter that throws stops the run before anything is sent', async () => {
	await session.shop.php(
		`file_put_contents( WPMU_PLUGIN_DIR . '/broken.php', '<?php add_filter( "keycrm_stock_by_place", static function () { throw new RuntimeException( "The stores do not answer." ); } );' ); return true;`
	);
	await setStock( session, 'B-5', 99 );
	session.keycrm.log.clear();
	const run = await push( session );
	expect( run ).toMatchObject( {
		status: 'failed',
		error: {
			code: 'unexpected',
			details: expect.stringContaining( 'The stores do not answer.' ),
		},
	} );
	expect( sent( session ) ).toEqual( [] );
	await session.shop.php(
		`return unlink( WPMU_PLUGIN_DIR . '/broken.php' );`
	);
} );
