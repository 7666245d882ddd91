import { phpValue } from '../../support/php-value';
import type { StockDesk } from '../../support/read-stock';
import { openStockDesk } from '../../support/read-stock';

let desk: StockDesk;
beforeAll( async () => {
	desk = await openStockDesk();
} );
afterAll( () => desk.stop() );
beforeEach( () => desk.keycrm.world.reset() );

const bySkus = ( skus: readonly string[] ) =>
	`by_skus( ${ phpValue( skus ) } )`;

describe( 'a filter of stock requests', () => {
	const odd = [
		'0001',
		'1',
		'A&B',
		'A+B',
		'100%',
		'#5',
		'm/l',
		'Кава-1',
		"it's",
	];

	it( 'asks for exactly these values, whatever their letters', async () => {
		desk.keycrm.world.seed( {
			offers: [ ...odd, 'other' ].map( ( sku ) => ( {
				sku,
				quantity: 1,
			} ) ),
		} );
		const [ skus, ids, missing ] = await desk.ask(
			bySkus( odd ),
			`by_ids( array( ${ desk.keycrm.world.catalogue.offers()[ 9 ]
				?.id } ) )`,
			bySkus( [ 'nowhere' ] )
		);
		expect( skus?.rows.map( ( { sku } ) => sku ).sort() ).toEqual(
			[ ...odd ].sort()
		);
		expect( ids?.rows.map( ( { sku } ) => sku ) ).toEqual( [ 'other' ] );
		expect( missing ).toEqual( { rows: [], error: '' } );
	} );

	it.each( [ 'exact', 'ignore_case', 'prefix', 'partial' ] as const )(
		'returns exactly the requested offers, however loosely it matches: %s',
		async ( sku_match ) => {
			desk.keycrm.world.behave( { sku_match } );
			desk.keycrm.world.seed( {
				offers: [ 'ab', 'AB', 'abc', 'xab' ].map( ( sku ) => ( {
					sku,
				} ) ),
			} );
			const [ answer ] = await desk.ask( bySkus( [ 'ab' ] ) );
			desk.keycrm.world.behave( { sku_match: 'exact' } );
			expect( answer?.error ).toBe( '' );
			expect( answer?.rows.map( ( { sku } ) => sku ) ).toEqual( [
				'ab',
			] );
		}
	);

	it( 'makes the whole answer unusable when KeyCRM ignores it, or adds rows', async () => {
		desk.keycrm.world.seed( {
			offers: [ 'a', 'b', 'c' ].map( ( sku ) => ( {
				sku,
				quantity: 1,
			} ) ),
		} );
		desk.keycrm.faults.add( { kind: 'filters_ignored' }, { next: 2 } );
		desk.keycrm.faults.add(
			{ kind: 'extra_rows', rows: 1 },
			{ after: 2, next: 1 }
		);
		expect(
			await desk.ask(
				bySkus( [ 'a' ] ),
				'by_ids( array( 1 ) )',
				bySkus( [ 'a' ] )
			)
		).toEqual( Array( 3 ).fill( { rows: [], error: 'unasked' } ) );
	} );

	it( 'is not sent when it would ask for everything, or cannot be encoded', async () => {
		const answers = await desk.ask(
			'by_ids( array() )',
			'by_ids( range( 1, 51 ) )',
			'by_skus( array() )',
			"by_skus( array_fill( 0, 51, 'a' ) )",
			"by_skus( array( 'a,b' ) )",
			"by_skus( array( ' ' ) )",
			// More than 2 KB when encoded.
			"by_skus( array_fill( 0, 50, str_repeat( 'ж', 10 ) ) )"
		);
		expect( answers ).toEqual(
			Array( 7 ).fill( { rows: [], error: 'InvalidArgumentException' } )
		);
		expect( desk.keycrm.world.log.entries() ).toEqual( [] );
	} );
} );
