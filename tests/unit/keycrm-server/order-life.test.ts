/** Orders that the account's owner deletes, copies or gives custom statuses, and the list of channels. */
import type { OrderSeed } from '../../support/keycrm-server';
import { STATUS } from '../../support/keycrm-server';
import { get, start, stocks, stopAll } from './client';

afterEach( stopAll );

const account = () =>
	start( {
		now_ms: Date.parse( '2026-08-01T14:56:17.900Z' ),
		speed: 0,
		catalogue: { offers: [ { id: 7, sku: '732', quantity: 10 } ] },
	} );

type Server = Awaited< ReturnType< typeof account > >;

const order = ( more: Partial< OrderSeed > = {} ): OrderSeed => ( {
	source_uuid: '20001',
	products: [ { sku: '732', quantity: 2 } ],
	...more,
} );

const levels = async ( server: Server ) => {
	const [ row ] = ( await stocks( server ) ).page().data;
	return [ row?.quantity, row?.reserve ];
};

describe( 'what owners do with orders', () => {
	it( 'a deleted order releases its stock, and is listed only if a switch says so', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order( { status_id: STATUS.agreed } ) );
		orders.remove( id );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
		expect( ( await get( server, `/order/${ id }` ) ).status ).toBe( 404 );
		expect( Object( ( await get( server, '/order' ) ).json ).total ).toBe(
			0
		);
		server.world.behave( { deleted_orders: 'listed' } );
		expect( Object( ( await get( server, '/order' ) ).json ).data ).toEqual(
			[
				expect.objectContaining( {
					id,
					deleted_at: expect.any( String ),
				} ),
			]
		);
	} );

	it( 'a copy has the same lines, holds no stock, and names the copied order', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order( { status_id: STATUS.agreed } ) );
		const copy = orders.copy( id, false );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		const { json } = await get( server, `/order/${ copy }`, {
			include: 'products',
		} );
		expect( json ).toMatchObject( {
			parent_id: id,
			source_uuid: null,
			products: [ { sku: '732', quantity: 2, stock_status: null } ],
		} );
		expect( orders.order( orders.copy( id, true ) )?.source_uuid ).toBe(
			'20001'
		);
	} );

	it( 'a status of the cancelled group that closes no order does not cancel the order', async () => {
		const server = await account();
		const { orders } = server.world;
		orders.settings.statuses.push( {
			id: 7,
			name: 'Готово до відправки',
			alias: 'ready',
			group_id: 6,
			is_closing_order: false,
			is_reserved: false,
		} );
		const id = orders.create( order( { status_id: STATUS.agreed } ) );
		orders.setStatus( id, 7 );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		const { json } = await get( server, `/order/${ id }` );
		expect( json ).toMatchObject( { status_group_id: 6, closed_at: null } );
	} );

	it.each( [
		[ 'heeded', 200, [ 'wordpress' ] ],
		[ 'ignored', 200, [ 'wordpress', 'instagram' ] ],
		[ 'refused', 400, undefined ],
	] as const )(
		'a filter of channels by driver is %s',
		async ( source_filter, status, drivers ) => {
			const server = await account();
			server.world.behave( { source_filter } );
			const answer = await get( server, '/order/source', {
				'filter[driver]': 'wordpress',
			} );
			expect( answer.status ).toBe( status );
			const { data } = Object( answer.json );
			expect(
				Array.isArray( data )
					? data.map( ( row ) => Object( row ).driver )
					: undefined
			).toEqual( drivers );
		}
	);
} );
