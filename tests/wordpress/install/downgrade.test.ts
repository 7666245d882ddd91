/**
 * Tests a downgrade to this version: rows with values that only a newer version knows are skipped, and the
 * plugin says so.
 */
import { changeListSchema, runListSchema } from '../../../src-admin/contract';
import { openPage } from '../support/faults/own-tables';
import { call, current, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';
import { siteHealth } from '../support/site-health';
import { offers, sell } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openSession( { offers: offers( 3 ) } );
	await sell( session, [ 'Q-0', 'Q-1', 'Q-2' ] );
} );
afterAll( () => session.stop() );

/** Copies a run and changes some values to those of a newer version. */
async function leave( id: number, change: string ): Promise< void > {
	await session.shop.php( `
		global $wpdb;
		$row = $wpdb->get_row( "SELECT * FROM {$wpdb->prefix}keycrm_stock_runs WHERE id = ${ id }", ARRAY_A );
		unset( $row['id'] );
		$wpdb->insert( $wpdb->prefix . 'keycrm_stock_runs', ${ change } + $row );
		return $wpdb->insert_id;` );
}

const runs = async () =>
	runListSchema.parse( await call( session.shop, 'GET', '/runs' ) );

it( 'skips runs whose mode, phase, status or trigger it does not know', async () => {
	const run = await sync( session.shop );
	for ( const change of [
		`array( 'mode' => 'unknown_mode' )`,
		`array( 'phase' => 'push' )`,
		`array( 'status' => 'paused' )`,
		`array( 'trigger' => 'unknown_trigger' )`,
	] ) {
		await leave( run.id, change );
	}
	for ( const page of [
		'index.php',
		'edit.php?post_type=product',
		'site-health.php',
		'admin.php?page=keycrm-stock',
	] ) {
		expect( ( await openPage( session.shop, page ) ).status ).toBe( 200 );
	}
	expect( ( await current( session.shop ) ).run?.id ).toBe( run.id );
	const list = await runs();
	expect( list.total ).toBe( 1 );
	expect( list.items.map( ( { id } ) => id ) ).toEqual( [ run.id ] );
} );

it( 'says that it skipped runs of a newer version', async () => {
	const { description } = ( await siteHealth( session.shop, 'sync' ) ) ?? {};
	expect( description ).toContain(
		'4 syncs in the history were written by a newer version'
	);
} );

it( 'ends an active run of a newer version, which would block all other runs', async () => {
	const { items } = await runs();
	await leave(
		items[ 0 ]?.id ?? 0,
		`array( 'active' => 1, 'status' => 'running', 'phase' => 'push' )`
	);
	expect( ( await sync( session.shop ) ).status ).toBe( 'succeeded' );
} );

it( 'skips changes whose outcome it does not know, in lists and in CSV', async () => {
	const { shop } = session;
	await shop.php(
		`foreach ( array( 'Q-0', 'Q-1', 'Q-2' ) as $sku ) { wc_update_product_stock( wc_get_product_id_by_sku( $sku ), 1 ); } return true;`
	);
	const run = await sync( shop );
	await shop.sql(
		`UPDATE wp_keycrm_stock_changes SET outcome = 'reordered' WHERE run_id = ${ run.id } AND sku = 'Q-1'`
	);
	const list = changeListSchema.parse(
		await call( shop, 'GET', `/runs/${ run.id }/changes` )
	);
	expect( list.items.map( ( { sku } ) => sku ).sort() ).toEqual( [
		'Q-0',
		'Q-2',
	] );
	const csv = await shop.request(
		`/wp-json/keycrm-stock/v1/runs/${ run.id }/changes?format=csv`,
		{ as: 'shop_manager' }
	);
	expect( csv.status ).toBe( 200 );
	expect( csv.text ).toContain( 'Q-2' );
	expect( csv.text ).not.toContain( 'Q-1' );
} );

it( 'ignores an order line whose state it does not know', async () => {
	const { shop } = session;
	await save( shop, {
		hold_orders: { mode: 'keycrm_orders', source_id: 1 },
	} );
	await shop.php( `
		global $wpdb;
		$order = wc_create_order();
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( 'Q-0' ) ), 2 );
		$order->set_status( 'processing' );
		$order->save();
		return $wpdb->insert( $wpdb->prefix . 'keycrm_stock_orders', array( 'way' => 'keycrm_orders', 'line_id' => 1, 'order_id' => $order->get_id(), 'sku' => 'Q-0', 'quantity' => 2, 'state' => 'repacked', 'counted_at' => 1, 'taken_at' => 1, 'seen_at' => time() * 1000 ) );` );
	expect( await sync( shop ) ).toMatchObject( {
		status: 'succeeded',
		error: null,
	} );
} );
