/** The webhooks of the demo KeyCRM: their bodies, their batches, failed calls, and the switches. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { startKeyCrm, STATUS } from '../../support/keycrm-server';
import type { KeyCrmServer } from '../../support/keycrm-server';

let keycrm: KeyCrmServer;
let shop: Server;
let url: string;
let bodies: unknown[];
let statuses: number[];

beforeEach( async () => {
	bodies = [];
	statuses = [];
	shop = createServer( ( request, response ) => {
		const parts: Buffer[] = [];
		request.on( 'data', ( part: Buffer ) => parts.push( part ) );
		request.on( 'end', () => {
			bodies.push( JSON.parse( Buffer.concat( parts ).toString() ) );
			response.statusCode = statuses.shift() ?? 200;
			response.end( '{}' );
		} );
	} );
	await new Promise< void >( ( resolve ) =>
		shop.listen( 0, '127.0.0.1', resolve )
	);
	const address = shop.address();
	url = `http://127.0.0.1:${
		address !== null && typeof address === 'object' ? address.port : 0
	}/hook`;
	keycrm = await startKeyCrm( {
		catalogue: {
			offers: [ 'A', 'B', 'C' ].map( ( sku ) => ( {
				sku,
				quantity: 7,
			} ) ),
		},
	} );
} );
afterEach( async () => {
	await keycrm.stop();
	shop.close();
} );

const set = ( sku: string, quantity: number ) => {
	const { catalogue, stock } = keycrm.world;
	for ( const offer of catalogue.offersOfSku( sku ) ) {
		stock.set( offer, 1, quantity, 'manual' );
	}
};
const idOf = ( sku: string ) =>
	keycrm.world.catalogue.offersOfSku( sku )[ 0 ]?.id;

async function control( name: string, body: unknown = {} ) {
	const answer = await fetch( `${ keycrm.origin }/control/${ name }`, {
		method: 'POST',
		body: JSON.stringify( body ),
	} );
	expect( answer.status ).toBe( 200 );
	return answer.json();
}

it( 'sends nothing about earlier changes, then one call for each action, with offers by ascending id', async () => {
	const { webhooks, orders } = keycrm.world;
	await control( 'webhooks/connect', { url } );
	await webhooks.settled();
	expect( bodies ).toEqual( [] );
	set( 'B', 5 );
	await webhooks.settled();
	orders.create( {
		status_id: STATUS.agreed,
		products: [
			{ sku: 'C', quantity: 1 },
			{ sku: 'A', quantity: 2 },
		],
	} );
	await webhooks.settled();
	expect( bodies ).toEqual( [
		[ { offer_id: idOf( 'B' ), sku: 'B', in_stock: 5, in_reserve: 0 } ],
		[
			{ offer_id: idOf( 'A' ), sku: 'A', in_stock: 7, in_reserve: 2 },
			{ offer_id: idOf( 'C' ), sku: 'C', in_stock: 7, in_reserve: 1 },
		],
	] );
} );

it( 'sends nothing if a quantity stays, and nothing after the address was disconnected', async () => {
	const { webhooks } = keycrm.world;
	webhooks.connect( { url } );
	set( 'A', 7 );
	await webhooks.settled();
	await control( 'webhooks/disconnect' );
	set( 'A', 3 );
	await webhooks.settled();
	expect( bodies ).toEqual( [] );
} );

it( 'sends an order’s status, without its lines, only to addresses that asked for it', async () => {
	const { webhooks, orders } = keycrm.world;
	webhooks.connect( { url, kinds: [ 'order' ] } );
	const id = orders.create( { products: [ { sku: 'A', quantity: 1 } ] } );
	orders.setStatus( id, STATUS.completed );
	await webhooks.settled();
	expect( bodies ).toEqual( [
		{
			event: 'order.change_order_status',
			context: expect.objectContaining( {
				id,
				status_id: STATUS.completed,
			} ),
		},
	] );
	expect( bodies[ 0 ] ).not.toHaveProperty( 'context.products' );
} );

it( 'repeats a call unless the answer is exactly 200', async () => {
	const { webhooks } = keycrm.world;
	keycrm.world.behave( { webhook_attempts: 3 } );
	webhooks.connect( { url } );
	statuses = [ 202, 503 ];
	set( 'A', 3 );
	await webhooks.settled();
	expect(
		webhooks.calls.map( ( call ) => [ call.attempt, call.status ] )
	).toEqual( [
		[ 1, 202 ],
		[ 2, 503 ],
		[ 3, 200 ],
	] );
} );

it( 'switches make calls come twice, late, reversed, with wrong numbers or without an SKU', async () => {
	const { webhooks } = keycrm.world;
	webhooks.connect( { url } );
	await control( 'behaviour', {
		webhook_delivery: 'held',
		webhook_sku: 'null',
		webhook_numbers: 'absurd',
	} );
	set( 'A', 1 );
	await webhooks.settled();
	set( 'B', 1 );
	await webhooks.settled();
	expect( bodies ).toEqual( [] );
	await control( 'webhooks/release', { sequence: 'reversed' } );
	await webhooks.settled();
	const absurd = { sku: null, in_stock: -49_833, in_reserve: 1736 };
	expect( bodies ).toEqual( [
		[ { offer_id: idOf( 'B' ), ...absurd } ],
		[ { offer_id: idOf( 'A' ), ...absurd } ],
	] );
	await control( 'behaviour', {
		webhook_delivery: 'twice',
		webhook_sku: 'absent',
		webhook_numbers: 'true',
	} );
	bodies = [];
	set( 'C', 1 );
	await webhooks.settled();
	const item = [ { offer_id: idOf( 'C' ), in_stock: 1, in_reserve: 0 } ];
	expect( bodies ).toEqual( [ item, item ] );
	await control( 'behaviour', { webhook_delivery: 'never' } );
	set( 'C', 2 );
	await webhooks.settled();
	expect( bodies ).toHaveLength( 2 );
} );
