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

const line = async ( server: Server, id: number ) => {
	const query = { include: 'products' };
	const { json } = await get( server, `/order/${ id }`, query );
	return Object( json ).products[ 0 ];
};

describe( 'what orders do to the stock', () => {
	it( 'a new order does nothing; later statuses reserve, write off and give back', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order() );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
		expect( ( await line( server, id ) ).stock_status ).toBeNull();
		orders.setStatus( id, STATUS.agreed );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		expect( ( await line( server, id ) ).stock_status ).toBe( 'reserved' );
		orders.setStatus( id, STATUS.packing );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		orders.setStatus( id, STATUS.delivery );
		expect( await levels( server ) ).toEqual( [ 8, 0 ] );
		expect( ( await line( server, id ) ).stock_status ).toBe( 'fulfilled' );
		orders.setStatus( id, STATUS.cancelled );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
		expect( ( await line( server, id ) ).stock_status ).toBe( 'reverted' );
	} );

	it( 'an order can go back from write-off to reserve', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order( { status_id: STATUS.completed } ) );
		expect( await levels( server ) ).toEqual( [ 8, 0 ] );
		orders.setStatus( id, STATUS.agreed );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		orders.setStatus( id, STATUS.cancelled );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
		expect( ( await line( server, id ) ).stock_status ).toBeNull();
	} );

	it( 'a line without a warehouse, or of a one-off product, does nothing', async () => {
		const server = await account();
		server.world.orders.create( {
			status_id: STATUS.delivery,
			products: [
				{ sku: '732', quantity: 1, warehouse_id: null },
				{ name: 'Разовий товар', quantity: 1 },
			],
		} );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
	} );

	it( 'the owner chooses the statuses that reserve', async () => {
		const server = await account();
		const { orders } = server.world;
		orders.settings.reserve_status_ids = [ STATUS.new ];
		orders.create( order() );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
	} );

	it( 'an edited quantity changes the stock too', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order( { status_id: STATUS.agreed } ) );
		orders.setQuantity( id, 1 );
		expect( await levels( server ) ).toEqual( [ 10, 1 ] );
		orders.setStatus( id, STATUS.delivery );
		orders.setQuantity( id, 3 );
		expect( await levels( server ) ).toEqual( [ 7, 0 ] );
		expect( await line( server, id ) ).toMatchObject( {
			quantity: 3,
			stock_status: 'fulfilled',
		} );
		const unpaid = orders.create( order() );
		orders.setQuantity( unpaid, 5 );
		expect( await levels( server ) ).toEqual( [ 7, 0 ] );
	} );

	it( 'a deleted order releases its stock, and a split changes nothing', async () => {
		const server = await account();
		const { orders } = server.world;
		const id = orders.create( order( { status_id: STATUS.agreed } ) );
		const part = orders.split( id, [ ( await line( server, id ) ).id ] );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
		const { json } = await get( server, `/order/${ part }` );
		expect( json ).toMatchObject( { parent_id: id, source_uuid: '20001' } );
		orders.remove( part );
		expect( await levels( server ) ).toEqual( [ 10, 0 ] );
	} );

	it( 'an order that arrives late reserves when it arrives', async () => {
		const server = await account();
		const seed = order( { status_id: STATUS.agreed, arrives_in_ms: 1000 } );
		const id = server.world.orders.create( seed );
		expect( ( await get( server, `/order/${ id }` ) ).status ).toBe( 404 );
		server.clock.advance( 1000 );
		expect( await levels( server ) ).toEqual( [ 10, 2 ] );
	} );
} );

describe( 'GET /order', () => {
	it( 'shows an order as KeyCRM does', async () => {
		const server = await account();
		server.world.orders.create( order() );
		const query = { include: 'products,status' };
		const { json } = await get( server, '/order', query );
		expect( Object( json ).data ).toMatchObject( [
			{
				id: 40001,
				source_uuid: '20001',
				source_id: 1,
				status_group_id: 1,
				has_reserves: false,
				created_at: '2026-08-01T14:56:17.000000Z',
				last_synced_at: '2026-08-01 14:56:17',
				closed_at: null,
				products: [
					{
						sku: '732',
						quantity: 2,
						stock_status: null,
						warehouse: { id: 1, name: 'Основний' },
					},
				],
				status: { alias: 'new', group_id: 1, is_reserved: true },
			},
		] );
	} );

	it( 'lists the newest first and includes only what was asked for', async () => {
		const server = await account();
		server.world.orders.create( order() );
		server.world.orders.create( order( { source_uuid: null } ) );
		const answer = await get( server, '/order' );
		expect( answer.text ).not.toContain( '"products"' );
		expect( Object( answer.json ).data ).toMatchObject( [
			{ id: 40002, source_uuid: null },
			{ id: 40001 },
		] );
	} );

	it( 'filters by source, number and time in UTC', async () => {
		const server = await account();
		const { orders } = server.world;
		orders.create( order() );
		orders.create( order( { source_id: 2, source_uuid: '№20001' } ) );
		server.clock.advance( 3_600_000 );
		orders.setStatus( 40001, STATUS.agreed );
		const found = async ( name: string, value: string ) => {
			const query = { [ `filter[${ name }]` ]: value };
			const { json } = await get( server, '/order', query );
			return Object( json ).data.map( ( { id }: { id: number } ) => id );
		};
		expect( await found( 'source_uuid', '20001' ) ).toEqual( [ 40001 ] );
		expect( await found( 'source_id', '2' ) ).toEqual( [ 40002 ] );
		const later = '2026-08-01 15:00:00, 2026-08-01 16:00:00';
		expect( await found( 'updated_between', later ) ).toEqual( [ 40001 ] );
		expect( await found( 'created_between', later ) ).toEqual( [] );
		const second = '2026-08-01 14:56:17, 2026-08-01 14:56:17';
		expect( await found( 'created_between', second ) ).toHaveLength( 2 );
	} );

	it( 'can show any text as the stock status of a line', async () => {
		const server = await account();
		const id = server.world.orders.create( {
			status_id: STATUS.agreed,
			products: [ { sku: '732', quantity: 1, stock_status: 'sent_out' } ],
		} );
		expect( ( await line( server, id ) ).stock_status ).toBe( 'sent_out' );
		expect( await levels( server ) ).toEqual( [ 10, 1 ] );
	} );

	it( 'lists sources and statuses', async () => {
		const server = await account();
		const sources = await get( server, '/order/source' );
		expect( sources.ids() ).toEqual( [ 1, 2 ] );
		const statuses = await get( server, '/order/status' );
		expect( statuses.ids() ).toEqual( [ 1, 2, 3, 4, 5, 6 ] );
	} );
} );
