/** Tests "Fill KeyCRM once": the shop's numbers go up, and then KeyCRM leads and finds nothing to change. */
import { STATUS } from '../../support/keycrm-server';
import { openBlank } from '../support/shops/blank-account';
import {
	changesOf,
	confirmed,
	lead,
	sent,
	setStock,
	WAREHOUSE,
	writes,
} from '../support/push';
import {
	call,
	drive,
	save,
	startRun,
	stockBySku,
	sync,
} from '../support/session';
import type { Session } from '../support/session';
import { wrongNumbers } from '../support/shelf';

let session: Session;

beforeEach( async () => {
	session = await openBlank( 40 );
} );
afterEach( () => session.stop() );

const fill = async () =>
	drive( session.shop, await startRun( session.shop, 'fill' ) );

it( 'asks for the warehouse that is to be filled', async () => {
	await expect( startRun( session.shop, 'fill' ) ).rejects.toThrow(
		'no_push_warehouse'
	);
} );

it( 'sends nothing before a person has looked, and nothing if the person declines', async () => {
	await save( session.shop, { push_warehouse_id: WAREHOUSE } );
	const run = await fill();
	expect( run ).toMatchObject( {
		status: 'needs_confirmation',
		mode: 'fill',
		side: 'keycrm',
		guard: { reasons: [ 'fill' ], changes: 40 },
	} );
	const changes = await changesOf( session, run );
	expect( changes ).toHaveLength( 40 );
	expect( changes[ 5 ] ).toMatchObject( {
		before: 0,
		after: 15,
		pushed: [ { warehouse_id: WAREHOUSE, quantity: 15, present: 0 } ],
	} );
	await call( session.shop, 'DELETE', `/runs/${ run.id }` );
	expect( writes( session ) ).toEqual( [] );
} );

it( 'fills KeyCRM, and the first sync finds nothing to change', async () => {
	await save( session.shop, { push_warehouse_id: WAREHOUSE } );
	const before = await stockBySku( session.shop );
	const run = await confirmed( session, await fill() );
	expect( run ).toMatchObject( {
		status: 'succeeded',
		counts: { updated: 40 },
	} );
	expect( sent( session ) ).toHaveLength( 1 );
	expect( await wrongNumbers( session ) ).toEqual( [] );

	session.keycrm.log.clear();
	const first = await sync( session.shop );
	expect( first ).toMatchObject( {
		side: 'shop',
		status: 'succeeded',
		counts: { updated: 0, unchanged: 40 },
	} );
	expect( await stockBySku( session.shop ) ).toEqual( before );
	expect( writes( session ) ).toEqual( [] );
} );

it( 'reckons with reserves, other warehouses, orders that KeyCRM does not have yet, and the buffer', async () => {
	const { world } = session.keycrm;
	const [ reserved, elsewhere ] = [ 'B-3', 'B-4' ].map(
		( sku ) => world.catalogue.offersOfSku( sku )[ 0 ]
	);
	if ( reserved === undefined || elsewhere === undefined ) {
		throw new Error( 'The account lacks an offer.' );
	}
	world.stock.set( reserved, WAREHOUSE, 2, 'manual' );
	world.orders.create( {
		status_id: STATUS.agreed,
		products: [ { sku: 'B-3', quantity: 2 } ],
	} );
	world.stock.set( elsewhere, 2, 6, 'manual' );
	await save( session.shop, {
		push_warehouse_id: WAREHOUSE,
		buffer: 1,
		hold_orders: { mode: 'not_sent' },
	} );
	await session.shop.php( `$order = wc_create_order();
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( 'B-5' ) ), 3 );
		$order->set_status( 'processing' );
		return $order->save();` );
	const before = await stockBySku( session.shop );
	expect( before.get( 'B-5' ) ).toBe( 12 );
	const run = await confirmed( session, await fill() );
	const quantities = new Map(
		( await changesOf( session, run ) ).map( ( { sku, pushed } ) => [
			sku,
			pushed[ 0 ]?.quantity,
		] )
	);
	// 13 in the shop, 2 reserved, 1 kept back; 14, 6 elsewhere, 1 kept back; 12, 3 in an order, 1 kept back.
	expect( quantities.get( 'B-3' ) ).toBe( 16 );
	expect( quantities.get( 'B-4' ) ).toBe( 9 );
	expect( quantities.get( 'B-5' ) ).toBe( 16 );
	expect( await sync( session.shop ) ).toMatchObject( {
		counts: { updated: 0 },
	} );
	expect( await stockBySku( session.shop ) ).toEqual( before );
} );

it( 'names products for which no quantity is right, and a warehouse that is not for sale', async () => {
	const { world } = session.keycrm;
	const [ offer ] = world.catalogue.offersOfSku( 'B-2' );
	if ( offer === undefined ) {
		throw new Error( 'The account lacks an offer.' );
	}
	world.stock.set( offer, 2, 500, 'manual' );
	await save( session.shop, { push_warehouse_id: WAREHOUSE } );
	const changes = await changesOf( session, await fill() );
	expect( changes.find( ( { sku } ) => sku === 'B-2' ) ).toMatchObject( {
		outcome: 'failed',
		reason: expect.stringContaining( 'other warehouses already hold more' ),
	} );
	await save( session.shop, { warehouse_ids: [ 2 ] } );
	const other = await fill();
	expect( ( await changesOf( session, other ) )[ 0 ]?.reason ).toContain(
		'not among those whose stock is for sale'
	);
	expect( writes( session ) ).toEqual( [] );
} );

it( 'ends a time in which the shop led: KeyCRM leads from then on, without a question if nothing differs', async () => {
	await lead( session );
	await setStock( session, 'B-1', 77 );
	const run = await confirmed( session, await fill() );
	expect( run.status ).toBe( 'succeeded' );
	expect( await call( session.shop, 'GET', '/settings' ) ).toMatchObject( {
		direction: 'keycrm_to_shop',
	} );
	session.keycrm.log.clear();
	expect( await sync( session.shop ) ).toMatchObject( {
		status: 'succeeded',
		side: 'shop',
		counts: { updated: 0 },
	} );
	expect( ( await stockBySku( session.shop ) ).get( 'B-1' ) ).toBe( 77 );
	expect( writes( session ) ).toEqual( [] );
} );

it( 'is not for everybody', async () => {
	await save( session.shop, { push_warehouse_id: WAREHOUSE } );
	for ( const as of [ 'customer', undefined ] as const ) {
		const answer = await session.shop.request(
			'/wp-json/keycrm-stock/v1/runs',
			{
				method: 'POST',
				body: { mode: 'fill' },
				...( as === undefined ? {} : { as } ),
			}
		);
		expect( answer.status ).toBe( as === undefined ? 401 : 403 );
	}
	expect( writes( session ) ).toEqual( [] );
} );
