/** Tests the activity of the last hours, which the Overview shows as a line. */
import { activitySchema } from '../../../src-admin/contract';
import { bulkFill } from '../../support/fill/bulk-fill';
import { STATUS } from '../../support/keycrm-server';
import { markSkus, refresh } from '../support/refresh';
import { inKeyCrm } from '../support/shops/small-shop';
import { API, call, openSession, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openSession( {
		offers: [
			{ sku: 'A', quantity: 3 },
			{ sku: 'B', quantity: 4 },
			{ sku: 'C', quantity: 10 },
		],
	} );
	await bulkFill(
		session.shop,
		[ 'A', 'B', 'C' ].map( ( sku ) => ( {
			sku,
			name: sku,
			price: 1,
			stock: 10,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
} );
afterAll( () => session.stop() );

const hours = async ( query = '' ) =>
	activitySchema.parse(
		await call( session.shop, 'GET', `/activity${ query }` )
	).items;

const sum = ( items: Awaited< ReturnType< typeof hours > > ) => [
	items.reduce( ( so_far, { changes } ) => so_far + changes, 0 ),
	items.reduce( ( so_far, { failed_runs } ) => so_far + failed_runs, 0 ),
];

it( 'returns the last 24 hours, the present one last', async () => {
	const items = await hours();
	expect( items ).toHaveLength( 24 );
	const times = items.map( ( { at } ) => Date.parse( at ) );
	expect( times ).toEqual(
		times.map( ( _, place ) => ( times[ 0 ] ?? 0 ) + place * 3_600_000 )
	);
	const age = Date.now() - ( times.at( -1 ) ?? 0 );
	expect( age ).toBeGreaterThanOrEqual( 0 );
	expect( age ).toBeLessThan( 3_700_000 );
	expect( sum( items ) ).toEqual( [ 0, 0 ] );
} );

it( 'counts written numbers and failed runs in the hour in which they happened', async () => {
	await sync( session.shop, 'preview' );
	expect( sum( await hours() ) ).toEqual( [ 0, 0 ] );
	await sync( session.shop );
	session.keycrm.faults.add( { kind: 'status', status: 401 }, { next: 1 } );
	await sync( session.shop );
	expect( sum( await hours() ) ).toEqual( [ 2, 1 ] );
	await session.shop.php( `
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_changes SET written_at = written_at - 5 * 3600000 WHERE sku = 'A'" );
		return $wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET started_at = started_at - 30 * 3600000" );` );
	expect( ( await hours( '?hours=6' ) )[ 0 ]?.changes ).toBe( 1 );
	expect( sum( await hours( '?hours=3' ) ) ).toEqual( [ 1, 0 ] );
	expect( sum( await hours( '?hours=48' ) ) ).toEqual( [ 2, 1 ] );
} );

it( 'says what refreshes wrote in the last hour, by webhook and by orders', async () => {
	const lastHour = async () =>
		activitySchema.parse( await call( session.shop, 'GET', '/activity' ) )
			.last_hour;
	expect( await lastHour() ).toEqual( [] );
	inKeyCrm( session.keycrm, 'A', 77 );
	await markSkus( session, 'A' );
	await refresh( session );
	expect( await lastHour() ).toEqual( [
		'1 quantity by webhook in the last hour',
	] );
	session.keycrm.world.orders.create( {
		status_id: STATUS.agreed,
		products: [ { sku: 'B', quantity: 1 } ],
	} );
	await session.shop.php(
		'KeyCrmStock\\plugin()->look_at_orders(); return true;'
	);
	expect( await lastHour() ).toEqual( [
		'1 quantity by webhook in the last hour',
		'1 quantity by KeyCRM’s orders in the last hour',
	] );
	await session.shop.sql(
		'UPDATE wp_keycrm_stock_changes SET written_at = written_at - 3700000'
	);
	expect( await lastHour() ).toEqual( [] );
} );

it( 'is refused to users who may not manage the shop', async () => {
	for ( const [ as, status ] of [
		[ 'shop_manager', 200 ],
		[ 'editor', 403 ],
		[ 'guest', 401 ],
	] as const ) {
		const answer = await session.shop.request( `${ API }/activity`, {
			as,
		} );
		expect( answer.status ).toBe( status );
	}
} );
