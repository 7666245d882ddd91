/** Tests the clean-up of old data: what it deletes, when, and what it always keeps. */
import { changeListSchema } from '../../../src-admin/contract';
import { bulkFill } from '../../support/fill/bulk-fill';
import { call, openSession, save, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;
const runs: number[] = [];

beforeAll( async () => {
	session = await openSession( { offers: [] } );
	await bulkFill(
		session.shop,
		[ 'cap', 'mug' ].map( ( sku ) => ( {
			sku,
			name: sku,
			price: 1,
			stock: 10,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
	for ( const quantity of [ 12, 0, 5 ] ) {
		session.keycrm.world.reset();
		session.keycrm.world.seed( { offers: [ { sku: 'cap', quantity } ] } );
		runs.push( ( await sync( session.shop ) ).id );
	}
} );
afterAll( () => session.stop() );

async function find( query: string, path = '/changes' ): Promise< string[] > {
	const { items } = changeListSchema.parse(
		await call( session.shop, 'GET', `${ path }?${ query }` )
	);
	return items.map( ( { sku, after } ) => `${ sku } ${ after }` );
}

it( 'keeps runs as long as the owner chooses, and the last successful run longer', async () => {
	const days = 40 * 86_400_000;
	await save( session.shop, { log_days: 30 } );
	await session.shop.sql(
		`UPDATE wp_keycrm_stock_changes SET planned_at = planned_at - ${ days }, written_at = CASE WHEN written_at > 0 THEN written_at - ${ days } ELSE 0 END`
	);
	await session.shop.sql(
		`UPDATE wp_keycrm_stock_runs SET started_at = started_at - ${ days }, finished_at = finished_at - ${ days }, planned_at = planned_at - ${ days }`
	);
	await session.shop.php( `do_action( 'keycrm_stock_daily' ); return true;` );
	expect( await find( '' ) ).toEqual( [ 'cap 5' ] );
	expect(
		await session.shop.sql( 'SELECT id FROM wp_keycrm_stock_runs' )
	).toEqual( [ { id: String( runs[ 2 ] ) } ] );
	expect(
		await find( 'outcome=not_in_keycrm', `/runs/${ runs[ 2 ] }/changes` )
	).toHaveLength( 1 );
} );

it( 'runs once a day, whatever the schedule', async () => {
	await save( session.shop, { schedule: { enabled: false } } );
	const waiting = `return count( as_get_scheduled_actions( array( 'hook' => 'keycrm_stock_daily', 'status' => 'pending', 'per_page' => 5 ), 'ids' ) );`;
	expect( await session.shop.php( waiting ) ).toBe( 1 );
	await session.shop.php(
		`as_unschedule_all_actions( 'keycrm_stock_daily' ); do_action( 'keycrm_stock_daily' ); return true;`
	);
	expect( await session.shop.php( waiting ) ).toBe( 1 );
} );

it.each( [ 'off', 'plugin_marks', 'statuses', 'keycrm_orders' ] )(
	'deletes rows of orders that are too old to count, also in mode "%s"',
	async ( mode ) => {
		const { shop } = session;
		await save( shop, {
			hold_orders: { mode, source_id: 1, max_age_days: 30 },
		} );
		const note = ( line: number, days: number ) =>
			shop.sql(
				`INSERT INTO wp_keycrm_stock_orders (way, line_id, order_id, sku, quantity, state, seen_at) VALUES ('${
					line % 2 ? 'statuses' : 'keycrm_orders'
				}', ${ line }, ${ line }, 'cap', 1, 'reserved', ${
					Date.now() - days * 86_400_000
				})`
			);
		await shop.sql( 'DELETE FROM wp_keycrm_stock_orders' );
		await note( 1, 29 );
		await note( 2, 30 );
		await note( 3, 32 );
		await note( 4, 400 );
		await shop.php( `do_action( 'keycrm_stock_daily' ); return true;` );
		expect(
			await shop.sql(
				'SELECT line_id FROM wp_keycrm_stock_orders ORDER BY line_id'
			)
		).toEqual( [ { line_id: '1' }, { line_id: '2' } ] );
	}
);
