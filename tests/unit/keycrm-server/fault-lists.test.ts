import type { Fault } from '../../support/keycrm-server';
import { offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

const account = ( count = 40 ) => start( { catalogue: offers( count ) } );

/** Ids of the offers on one page of ten rows. */
const page = async (
	server: Awaited< ReturnType< typeof account > >,
	number: number
) => ( await stocks( server, { limit: 10, page: number } ) ).ids();

describe( 'envelope', () => {
	it.each( [
		[ 'last_page_missing', 'last_page', undefined ],
		[ 'links_missing', 'links', undefined ],
		[ 'total_missing', 'total', undefined ],
		[ 'total_string', 'total', '40' ],
		[ 'current_page_wrong', 'current_page', 2 ],
		[ 'next_page_null', 'next_page_url', null ],
	] as const )(
		'fault of the envelope: %s',
		async ( change, field, value ) => {
			const server = await account();
			server.faults.add( { kind: 'envelope', change } );
			const { json } = await stocks( server );
			expect( Object( json )[ field ] ).toBe( value );
		}
	);

	it( 'pages can be smaller than asked for', async () => {
		const server = await account();
		server.faults.add( { kind: 'per_page', rows: 4 } );
		const answer = await stocks( server, { limit: 10, page: 2 } );
		expect( answer.page() ).toMatchObject( { per_page: 4, last_page: 10 } );
		expect( answer.ids() ).toEqual( [ 5, 6, 7, 8 ] );
	} );

	it( 'the total can be off by some rows', async () => {
		const server = await account();
		server.faults.add( { kind: 'total', by: -1 }, { page: 2 } );
		expect( ( await stocks( server ) ).page().total ).toBe( 40 );
		const second = await stocks( server, { page: 2 } );
		expect( second.page().total ).toBe( 39 );
	} );
} );

describe( 'rows across pages', () => {
	const first = [ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ];

	it.each< [ Fault, number[] ] >( [
		[ { kind: 'same_page' }, first ],
		[ { kind: 'empty_page' }, [] ],
		[ { kind: 'shift', rows: -1 }, first.map( ( id ) => id + 9 ) ],
		[ { kind: 'shift', rows: 2 }, first.map( ( id ) => id + 12 ) ],
	] )( 'fault %j', async ( fault, expected ) => {
		const server = await account();
		server.faults.add( fault, { page: 2 } );
		expect( await page( server, 1 ) ).toEqual( first );
		expect( await page( server, 2 ) ).toEqual( expected );
	} );

	it( 'each request can get another order', async () => {
		const server = await account();
		server.faults.add( { kind: 'shuffle' } );
		const one = await page( server, 1 );
		const two = await page( server, 1 );
		expect( one ).not.toEqual( two );
		expect( one ).toHaveLength( 10 );
	} );

	it( 'offers can appear and vanish between two pages', async () => {
		const server = await account();
		server.faults.add(
			{ kind: 'offer_appears', offer: { id: 99 }, where: 'start' },
			{ page: 2, next: 1 }
		);
		await page( server, 1 );
		expect( await page( server, 2 ) ).toEqual(
			first.map( ( id ) => id + 9 )
		);
		expect( await page( server, 1 ) ).toContain( 99 );
		server.faults.add(
			{ kind: 'offer_vanishes', offer_id: 99 },
			{ next: 1 }
		);
		expect( await page( server, 1 ) ).toEqual( first );
	} );

	it( 'stock can change between two pages', async () => {
		const server = await account();
		server.faults.add(
			{
				kind: 'stock_moves',
				offer_id: 40,
				warehouse_id: 1,
				quantity: -9,
			},
			{ page: 2, next: 1 }
		);
		await page( server, 2 );
		const query = { 'filter[offers_id]': 40 };
		const [ row ] = ( await stocks( server, query ) ).page().data;
		expect( row?.quantity ).toBe( 30 );
	} );
} );

describe( 'fields of rows', () => {
	const rows = async ( fault: Fault ) => {
		const server = await start( {
			catalogue: {
				warehouses: [
					{ id: 1, name: 'A' },
					{ id: 2, name: 'A' },
				],
				offers: [ 1, 2 ].map( ( id ) => ( {
					id,
					stock: [
						{ warehouse_id: 1, quantity: 4 },
						{ warehouse_id: 2, quantity: 3 },
					],
				} ) ),
			},
		} );
		server.faults.add( fault );
		const query = { 'filter[details]': 'true' };
		return ( await stocks( server, query ) ).page().data;
	};

	it( 'fields can be missing or replaced, in each row or in every nth', async () => {
		const [ one, two ] = await rows( {
			kind: 'row_fields',
			drop: [ 'warehouse' ],
			set: { reserve: '7,5' },
			every: 2,
		} );
		expect( one?.reserve ).toBe( 0 );
		expect( two?.reserve ).toBe( '7,5' );
		expect( two ).not.toHaveProperty( 'warehouse' );
	} );

	it( 'a warehouse can be missing', async () => {
		const found = await rows( { kind: 'warehouse_gone', warehouse_id: 2 } );
		for ( const { warehouse, quantity } of found ) {
			expect( warehouse?.map( ( { id } ) => id ) ).toEqual( [ 1 ] );
			expect( quantity ).toBe( 7 );
		}
	} );

	it( 'totals can differ from the sum of the warehouses', async () => {
		const [ row ] = await rows( { kind: 'sums_differ', by: 2 } );
		expect( row?.quantity ).toBe( 9 );
	} );
} );
