/** Tests the actions on the list of mismatches. */
import { changeListSchema, runListSchema } from '../../../src-admin/contract';
import { describeNative } from '../support/cli-session';
import { OddShop } from '../support/shops/odd-shop';
import { onOrder, placeOrder } from '../support/orders/orders';
import {
	refuse,
	REFUSE_STATEMENTS,
	refuseNothing,
} from '../support/faults/refused-statements';
import { call, sync } from '../support/session';

let odd: OddShop;

beforeAll( async () => {
	odd = await OddShop.open();
	await odd.fix( 'leave-alone', odd.idOf( 'ALONE' ) );
	expect( ( await sync( odd.session.shop ) ).status ).toBe( 'succeeded' );
} );
afterAll( () => odd.session.stop() );

it( 'enables stock management with KeyCRM’s number at once, and records it in the log', async () => {
	const all = [ 'OFF', 'SHELL', 'RIGHT' ].map( odd.idOf );
	const { done, left } = await odd.fix( 'switch-on', ...all, 999_999 );
	expect( done ).toEqual( [ odd.idOf( 'OFF' ) ] );
	expect( left.map( ( { product_id } ) => product_id ).sort() ).toEqual(
		[ odd.idOf( 'SHELL' ), odd.idOf( 'RIGHT' ), 999_999 ].sort()
	);
	left.forEach( ( { reason } ) => expect( reason ).not.toBe( '' ) );
	expect(
		await odd.session.shop.php( `
			$product = wc_get_product( ${ odd.idOf( 'OFF' ) } );
			$shell   = wc_get_product( ${ odd.idOf( 'SHELL' ) } );
			return array( $product->get_manage_stock(), $product->get_stock_quantity(), $product->get_stock_status(), $shell->get_manage_stock() );
		` )
	).toEqual( [ true, 6, 'instock', false ] );

	const [ run ] = runListSchema.parse(
		await call( odd.session.shop, 'GET', '/runs' )
	).items;
	expect( run ).toMatchObject( {
		mode: 'switch_on',
		lane: 'hand',
		trigger: 'person',
		status: 'succeeded',
		counts: { updated: 1 },
	} );
	const [ change ] = changeListSchema.parse(
		await call( odd.session.shop, 'GET', '/changes' )
	).items;
	expect( change ).toMatchObject( {
		run_id: run?.id,
		sku: 'OFF',
		before: null,
		after: 6,
		outcome: 'updated',
		parts: { quantity: 6, available: 6 },
	} );
	const [ off, off_2, shell ] = await odd.list( 'not_managed' );
	expect( off ).toMatchObject( {
		in_shop: 6,
		since: 'switched_on',
		can_switch_on: false,
	} );
	expect( off_2 ).toMatchObject( { since: '', can_switch_on: true } );
	expect( shell ).toMatchObject( { sku: 'SHELL', can_switch_on: false } );
	// A second request changes nothing.
	expect( ( await odd.fix( 'switch-on', odd.idOf( 'OFF' ) ) ).done ).toEqual(
		[]
	);
} );

it( 'does not enable stock management when another sync has just read a number and KeyCRM counted an order of the product', async () => {
	const { shop } = odd.session;
	const order = await placeOrder( shop, [
		{ product: odd.idOf( 'OFF-2' ), quantity: 1 },
	] );
	await onOrder(
		shop,
		order,
		`foreach ( $order->get_items() as $item ) { $item->update_meta_data( '_reduced_stock', 1 ); $item->save(); } return true;`
	);
	await shop.sql(
		"UPDATE wp_keycrm_stock_levels SET stored_at = read_at + 1 WHERE sku = 'OFF-2'"
	);
	await shop.sql(
		`INSERT INTO wp_keycrm_stock_orders (way, line_id, order_id, crm_order_id, sku, quantity, state, counted_at, seen_at) VALUES
			('keycrm_orders', 0, 0, 1, '', 0, 'look', NULL, ( SELECT stored_at FROM wp_keycrm_stock_levels WHERE sku = 'OFF-2' )), ('keycrm_orders', 7, ${ order }, 7, 'OFF-2', 1, 'reserved', 1, 1)`
	);
	await call( odd.session.shop, 'POST', '/settings', {
		hold_orders: { mode: 'keycrm_orders', source_id: 1 },
	} );
	const { done, left } = await odd.fix( 'switch-on', odd.idOf( 'OFF-2' ) );
	expect( done ).toEqual( [] );
	expect( left[ 0 ]?.reason ).toMatch( /Try again/ );
	await call( odd.session.shop, 'POST', '/settings', {
		hold_orders: { mode: 'off' },
	} );
	await onOrder( shop, order, 'return $order->delete( true );' );
} );

it( 'enables stock management once on a double click, and records it once', async () => {
	const id = odd.idOf( 'OFF-2' );
	const answers = await Promise.all( [
		odd.fix( 'switch-on', id ),
		odd.fix( 'switch-on', id ),
	] );
	expect( answers.flatMap( ( { done } ) => done ) ).toEqual( [ id ] );
	const { items } = changeListSchema.parse(
		await call( odd.session.shop, 'GET', `/changes?product=${ id }` )
	);
	expect( items ).toHaveLength( 1 );
	const runs = runListSchema
		.parse( await call( odd.session.shop, 'GET', '/runs' ) )
		.items.filter( ( { mode } ) => mode === 'switch_on' );
	// One run for each product that was switched on in this file.
	expect( runs.map( ( { counts } ) => counts.updated ) ).toEqual( [ 1, 1 ] );
	expect(
		await odd.session.shop.sql(
			`SELECT COUNT(*) AS n FROM wp_postmeta WHERE post_id = ${ id } AND meta_key IN ( '_stock', '_manage_stock' )`
		)
	).toEqual( [ { n: '2' } ] );
} );

it( 'excludes products, and includes them again', async () => {
	const lost = odd.idOf( '=LOST' );
	expect( await odd.fix( 'leave-alone', lost, 999_999 ) ).toMatchObject( {
		done: [ lost ],
		left: [ { product_id: 999_999 } ],
	} );
	expect( await odd.list( 'not_in_keycrm' ) ).toMatchObject( [
		{ since: 'left_alone', since_text: 'Left alone from now on.' },
	] );
	expect( ( await odd.counts() )[ 'excluded' ] ).toBe( 2 );
	expect( await odd.fix( 'include', lost, odd.idOf( 'ALONE' ) ) ).toEqual( {
		done: [ lost, odd.idOf( 'ALONE' ) ],
		message: '2 products are synced again from the next sync on.',
		left: [],
	} );
	expect( ( await odd.counts() )[ 'excluded' ] ).toBe( 0 );
	expect( await odd.list( 'not_in_keycrm' ) ).toMatchObject( [
		{ since: '', since_text: '' },
	] );
} );

// SQLite's driver logs a trace for each refused statement, and the test world counts a trace in the log as an
// error.
describeNative( 'when the database refuses a statement', () => {
	it( 'records what was enabled before the database refused the follow-up', async () => {
		const broken = await OddShop.open( { refuse: REFUSE_STATEMENTS } );
		const { shop } = broken.session;
		const hands = () =>
			shop.sql(
				"SELECT counts, follow_up FROM wp_keycrm_stock_runs WHERE lane = 'hand'"
			);
		try {
			await sync( shop );
			const id = broken.idOf( 'OFF' );
			// The follow-up compares statuses after the commit.
			refuse( shop, '/lookup_status/' );
			await expect(
				broken.fix( 'switch-on', id, broken.idOf( 'OFF-2' ) )
			).rejects.toThrow( /database/ );
			refuseNothing( shop );
			const runs = runListSchema.parse(
				await call( shop, 'GET', '/runs' )
			);
			expect( runs.items[ 0 ] ).toMatchObject( {
				mode: 'switch_on',
				counts: { updated: 1 },
			} );
			const { items } = changeListSchema.parse(
				await call( shop, 'GET', `/changes?product=${ id }` )
			);
			expect( items[ 0 ] ).toMatchObject( { before: null, after: 6 } );
			expect( await hands() ).toMatchObject( [
				{ follow_up: `[${ id }]` },
			] );
			// The next sync does the follow-up, and the second product is still to be switched on.
			await sync( shop );
			expect( await hands() ).toMatchObject( [ { follow_up: null } ] );
			expect(
				( await broken.fix( 'switch-on', broken.idOf( 'OFF-2' ) ) ).done
			).toHaveLength( 1 );
		} finally {
			await broken.session.stop();
		}
	} );
} );
