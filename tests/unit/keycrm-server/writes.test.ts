import type { Fault, StockMovement } from '../../support/keycrm-server';
import { send, start, stocks, stopAll } from './client';

afterEach( stopAll );

const account = () =>
	start( {
		speed: 0,
		catalogue: {
			warehouses: [
				{ id: 1, name: 'Основний' },
				{ id: 2, name: 'Магазин' },
			],
			offers: [
				{ id: 1, sku: 'A', quantity: 10, reserve: 2 },
				{ id: 2, sku: 'B', quantity: 5 },
			],
		},
	} );

type Server = Awaited< ReturnType< typeof account > >;

const put = (
	server: Server,
	rows: object[],
	warehouse_id: number | string = 1
) => send( server, 'PUT', '/offers/stocks', { warehouse_id, stocks: rows } );

const quantities = async ( server: Server ) =>
	( await stocks( server ) ).page().data.map( ( { quantity } ) => quantity );

describe( 'PUT /offers/stocks', () => {
	it( 'sets absolute quantities of one warehouse', async () => {
		const server = await account();
		const moved: StockMovement[] = [];
		server.world.stock.onMovement( ( one ) => moved.push( one ) );
		const rows = [
			{ id: 1, quantity: 3 },
			{ sku: 'B', quantity: 5 },
		];
		const answer = await put( server, rows, 2 );
		expect( answer ).toMatchObject( {
			status: 202,
			json: { status: true },
		} );
		expect( await quantities( server ) ).toEqual( [ 13, 10 ] );
		expect( moved ).toMatchObject( [
			{ offer_id: 1, in_stock: 13, in_reserve: 2, cause: 'api' },
			{ offer_id: 2, in_stock: 10, in_reserve: 0, cause: 'api' },
		] );
	} );

	it.each( [
		[ [ { id: 1 } ], 1, 'stocks.0.quantity' ],
		[ [ { quantity: 1 } ], 1, 'stocks.0.id' ],
		[ [ { offer_id: 1, quantity: 1 } ], 1, 'stocks.0.id' ],
		[ [ { id: 1, quantity: 'many' } ], 1, 'stocks.0.quantity' ],
		[ [ { id: 1, quantity: 1 } ], 99, 'warehouse_id' ],
		[ [ { id: 1, quantity: 1 } ], 'x', 'warehouse_id' ],
	] )( 'refuses %j in warehouse %s', async ( rows, warehouse, field ) => {
		const server = await account();
		const answer = await put( server, rows, warehouse );
		expect( answer.status ).toBe( 422 );
		expect( Object( answer.json ).errors ).toHaveProperty( [ field ] );
		expect( await quantities( server ) ).toEqual( [ 10, 5 ] );
	} );

	it( 'takes at most 10 000 rows', async () => {
		const server = await account();
		const rows = Array.from( { length: 10_001 }, () => ( {
			id: 1,
			quantity: 1,
		} ) );
		expect( ( await put( server, rows ) ).status ).toBe( 422 );
		expect( ( await put( server, rows.slice( 1 ) ) ).status ).toBe( 202 );
	} );

	it( 'skips or refuses unknown SKUs', async () => {
		const server = await account();
		const rows = [
			{ sku: 'X', quantity: 1 },
			{ sku: 'A', quantity: 1 },
		];
		expect( ( await put( server, rows ) ).status ).toBe( 202 );
		expect( await quantities( server ) ).toEqual( [ 1, 5 ] );
		server.world.behave( { unknown_sku_in_push: 'refused' } );
		expect( ( await put( server, rows ) ).status ).toBe( 422 );
	} );

	it( 'accepts or refuses negatives and duplicate SKUs', async () => {
		const server = await account();
		server.world.seed( { offers: [ { id: 3, sku: 'A' } ] } );
		const negative = [ { id: 2, quantity: -1 } ];
		const twice = [ { sku: 'A', quantity: 8 } ];
		expect( ( await put( server, negative ) ).status ).toBe( 202 );
		expect( ( await put( server, twice ) ).status ).toBe( 202 );
		expect( await quantities( server ) ).toEqual( [ 8, -1, 0 ] );
		server.world.behave( {
			negative_in_push: 'refused',
			duplicate_sku: 'refused',
		} );
		expect( ( await put( server, negative ) ).status ).toBe( 422 );
		expect( ( await put( server, twice ) ).status ).toBe( 422 );
	} );
} );

describe( 'faults of writing', () => {
	const rows = [
		{ id: 1, quantity: 1 },
		{ id: 2, quantity: 1 },
	];

	it.each< [ Fault, number, object, number[] ] >( [
		[
			{ kind: 'write', change: 'refused' },
			422,
			{ message: 'The given data was invalid.' },
			[ 10, 5 ],
		],
		[
			{ kind: 'write', change: 'status_false' },
			202,
			{ status: false },
			[ 10, 5 ],
		],
		[
			{ kind: 'write', change: 'not_applied' },
			202,
			{ status: true },
			[ 10, 5 ],
		],
		[
			{ kind: 'write', change: 'applied_then_500' },
			500,
			{ message: 'Server Error' },
			[ 1, 1 ],
		],
		[ { kind: 'write_part', rows: 1 }, 202, { status: true }, [ 1, 5 ] ],
	] )( 'fault %j', async ( fault, status, json, after ) => {
		const server = await account();
		server.faults.add( fault, { endpoint: 'PUT /offers/stocks' } );
		const answer = await put( server, rows );
		expect( answer ).toMatchObject( { status, json } );
		expect( await quantities( server ) ).toEqual( after );
	} );

	it( 'a write can take effect later, by the movable clock', async () => {
		const server = await account();
		server.faults.add( { kind: 'write_late', ms: 5000 }, { next: 1 } );
		await put( server, rows );
		server.clock.advance( 4999 );
		expect( await quantities( server ) ).toEqual( [ 10, 5 ] );
		server.clock.advance( 1 );
		expect( await quantities( server ) ).toEqual( [ 1, 1 ] );
	} );

	it( 'a write can take effect although the connection is cut', async () => {
		const server = await account();
		const fault = { kind: 'write', change: 'applied_then_reset' } as const;
		server.faults.add( fault, { next: 1 } );
		await expect( put( server, rows ) ).rejects.toThrow();
		expect( await quantities( server ) ).toEqual( [ 1, 1 ] );
	} );
} );
