import {
	literal,
	numberOddities,
	skuOddities,
} from '../../support/keycrm-server';
import type { Json } from '../../support/keycrm-server/json';
import type { StockDesk } from '../../support/read-stock';
import { openStockDesk, READ_AT } from '../../support/read-stock';

let desk: StockDesk;
beforeAll( async () => {
	desk = await openStockDesk();
} );
afterAll( () => desk.stop() );
beforeEach( () => desk.keycrm.world.reset() );

describe( 'numbers', () => {
	it( 'are read exactly, or the row is refused', async () => {
		const oddities = numberOddities();
		desk.keycrm.world.seed( {
			offers: oddities.map( ( { offer } ) => offer ),
		} );
		const rows = await desk.all();
		expect(
			rows.map( ( { sku, quantity, reserve } ) => ( {
				sku,
				available:
					quantity === null || reserve === null
						? null
						: quantity - reserve,
			} ) )
		).toEqual(
			oddities.map( ( { offer, available } ) => ( {
				sku: offer.sku,
				available,
			} ) )
		);
		for ( const { quantity, reserve, problem, read_at } of rows ) {
			expect( problem ).toBe( quantity === null ? 'number' : '' );
			expect( reserve === null ).toBe( quantity === null );
			expect( read_at ).toBe( READ_AT );
		}
	} );

	it( 'have one zero only, because −0 would show as "-0" in lists', async () => {
		desk.keycrm.world.seed( {
			offers: [ literal( '-0' ), literal( '-0.0' ), '-0.00' ].map(
				( quantity, n ) => ( { sku: `Z-${ n }`, served: { quantity } } )
			),
		} );
		const quantities = ( await desk.all() ).map( ( row ) => row.quantity );
		expect( quantities ).toEqual( [ 0, 0, 0 ] );
	} );

	it( 'are refused when they are ambiguous', async () => {
		const odd = [
			literal( '1e999' ),
			'0x1A',
			'1e3',
			'+7',
			' 7',
			'7\n',
			[ 7 ],
			{ value: 7 },
		];
		desk.keycrm.world.seed( {
			offers: [
				...odd.map( ( quantity, n ) => ( {
					sku: `odd-${ n }`,
					served: { quantity },
				} ) ),
				// Other endpoints use this name for the same number (keycrm-server/API.md §2).
				{
					sku: 'other-name',
					served: { in_reserve: 1 },
					served_without: [ 'reserve' ],
				},
				{ sku: 'good', quantity: 5 },
			],
		} );
		expect(
			( await desk.all() ).map( ( { quantity, problem } ) => [
				quantity,
				problem,
			] )
		).toEqual( [
			...[ ...odd, 'other-name' ].map( () => [ null, 'number' ] ),
			[ 5, '' ],
		] );
	} );
} );

describe( 'warehouses', () => {
	const line = ( id: number, more: Record< string, Json > = {} ) => ( {
		id,
		name: 'Основний',
		quantity: 4,
		reserve: 1,
		...more,
	} );

	it( 'are read by id; a broken list makes the row unreadable', async () => {
		const cases: [ Json, string ][] = [
			[ [], '' ],
			[ [ line( 1 ), line( 2 ) ], '' ],
			[ [ line( 1, { name: null } ) ], '' ],
			[ [ line( 1, { quantity: '-2.5', reserve: 3 } ) ], '' ],
			// A negative reserve would raise the available quantity.
			[ [ line( 1, { reserve: -3 } ) ], 'reserve' ],
			[ null, 'warehouses' ],
			[ 'Основний', 'warehouses' ],
			[ {}, 'warehouses' ],
			[ { 1: line( 1 ) }, 'warehouses' ],
			[ [ line( 1 ), line( 1 ) ], 'warehouses' ],
			[ [ line( 0 ) ], 'warehouses' ],
			[ [ { name: 'Основний', quantity: 1, reserve: 0 } ], 'warehouses' ],
			[ [ line( 1, { quantity: null } ) ], 'number' ],
			[ [ line( 1, { reserve: '' } ) ], 'number' ],
			[ [ { id: 1, name: 'Основний', quantity: 1 } ], 'number' ],
		];
		desk.keycrm.world.seed( {
			offers: [
				...cases.map( ( [ warehouse ], n ) => ( {
					sku: `W-${ n }`,
					quantity: 4,
					served: { warehouse },
				} ) ),
				{ sku: 'absent', quantity: 4, served_without: [ 'warehouse' ] },
			],
		} );
		const rows = await desk.all();
		expect( rows.map( ( { problem } ) => problem ) ).toEqual( [
			...cases.map( ( [ , problem ] ) => problem ),
			'warehouses',
		] );
		expect( rows[ 1 ]?.warehouses ).toEqual( [ line( 1 ), line( 2 ) ] );
		expect( rows[ 2 ]?.warehouses ).toEqual( [ line( 1, { name: '' } ) ] );
		expect( rows[ 3 ]?.warehouses ).toEqual( [
			line( 1, { quantity: -2.5, reserve: 3 } ),
		] );
		expect( rows[ 9 ] ).toMatchObject( { quantity: null, warehouses: [] } );
	} );
} );

describe( 'SKUs', () => {
	it( 'stay strings, trimmed and otherwise unchanged', async () => {
		const oddities = skuOddities();
		desk.keycrm.world.seed( { offers: oddities } );
		expect( ( await desk.all() ).map( ( { sku } ) => sku ) ).toEqual(
			oddities.map( ( { sku, served_without } ) =>
				served_without ? '' : ( sku ?? '' ).trim()
			)
		);
	} );

	it( 'of other types become their digits, or none', async () => {
		const types = [ 1618, 1.5, true, [ 'A' ], { sku: 'A' } ];
		desk.keycrm.world.seed( {
			offers: types.map( ( sku ) => ( {
				quantity: 1,
				served: { sku },
			} ) ),
		} );
		const skus = ( await desk.all() ).map( ( { sku } ) => sku );
		expect( skus ).toEqual( [ '1618', '', '', '', '' ] );
	} );
} );
