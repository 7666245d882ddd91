import type { CatalogueSeed } from '../../support/keycrm-server';
import {
	demoCatalogue,
	generatedCatalogue,
	generatedShop,
	literal,
	numberOddities,
	skuOddities,
} from '../../support/keycrm-server';
import { start, stocks, stopAll } from './client';

afterEach( stopAll );

const skusOf = ( { offers }: CatalogueSeed ) =>
	offers.map( ( { sku } ) => sku );

describe( 'demo catalogue', () => {
	it( 'is the same in every call', () => {
		expect( demoCatalogue() ).toEqual( demoCatalogue() );
	} );

	it( 'describes KeyCRM and the shop, which differ on purpose', () => {
		const { seed, shop } = demoCatalogue();
		const in_shop = shop.flatMap( ( { sku, variations } ) => [
			sku,
			...variations.map( ( one ) => one.sku ),
		] );
		const in_keycrm = skusOf( seed );
		expect( shop.length ).toBeGreaterThan( 55 );
		expect( seed.offers.length ).toBeGreaterThan( 100 );
		expect( in_shop ).toContain( 'CARD-HAND' );
		expect( in_keycrm ).not.toContain( 'CARD-HAND' );
		expect( in_keycrm ).toContain( 'WRAP-01' );
		expect( in_shop ).not.toContain( 'WRAP-01' );
		expect( in_keycrm.filter( ( sku ) => 'KEY-100' === sku ) ).toHaveLength(
			2
		);
		expect( in_keycrm ).toEqual(
			expect.arrayContaining( [ '0001', '1' ] )
		);
		const off = shop.filter(
			( one ) => 'simple' === one.type && ! one.manage_stock
		);
		expect( off ).toHaveLength( 1 );
	} );

	it( 'gives each variation one value of each attribute', () => {
		for ( const { attributes, variations } of demoCatalogue().shop ) {
			for ( const variation of variations ) {
				expect(
					variation.attributes.map( ( { name } ) => name )
				).toEqual( attributes.map( ( { name } ) => name ) );
			}
		}
	} );

	it( 'the server lists three warehouses and fractions, the newest offers first', async () => {
		const { seed } = demoCatalogue();
		const server = await start( { catalogue: seed } );
		const [ first = 0, second = 0 ] = ( await stocks( server ) ).ids();
		expect( first ).toBeGreaterThan( second );
		expect( server.world.catalogue.warehouses.size ).toBe( 3 );
		const quantities = seed.offers.flatMap( ( { stock } ) =>
			( stock ?? [] ).map( ( { quantity } ) => quantity )
		);
		expect( quantities.some( ( one ) => one % 1 > 0 ) ).toBe( true );
	} );
} );

describe( 'generated catalogue', () => {
	it( 'is the same in every call and repeats no SKU', () => {
		const seed = generatedCatalogue( 5000 );
		expect( generatedCatalogue( 5000 ) ).toEqual( seed );
		expect( new Set( skusOf( seed ) ).size ).toBe( 5000 );
		expect( seed.offers.slice( 0, 50 ) ).toEqual(
			generatedCatalogue( 50 ).offers
		);
	} );

	it.each( [ 0, 1, 7, 105 ] )(
		'describes a shop of %i variants',
		( count ) => {
			const skus = [ ...generatedShop( count ) ].flatMap(
				( { type, sku, variations } ) =>
					'simple' === type
						? [ sku ]
						: variations.map( ( one ) => one.sku )
			);
			expect( skus ).toEqual( skusOf( generatedCatalogue( count ) ) );
		}
	);

	it( 'serves any page of 100,000 offers', async () => {
		const server = await start( {
			catalogue: generatedCatalogue( 100_000 ),
		} );
		for ( const page of [ 1, 1000, 2000 ] ) {
			const answer = await stocks( server, { limit: 50, page } );
			expect( answer.page().data ).toHaveLength( 50 );
		}
	} );
} );

describe( 'odd rows', () => {
	it( 'serves SKUs of every kind as they are', async () => {
		const seeds = skuOddities();
		const server = await start( { catalogue: { offers: seeds } } );
		const { data } = ( await stocks( server, { limit: 50 } ) ).page();
		const expected = seeds.map( ( { sku, served_without } ) =>
			served_without ? undefined : sku
		);
		expect( data.map( ( { sku } ) => sku ) ).toEqual( expected );
	} );

	it( 'serves numbers of every kind as they are', async () => {
		const server = await start( {
			catalogue: { offers: numberOddities().map( ( one ) => one.offer ) },
		} );
		const { text, page } = await stocks( server, { limit: 50 } );
		expect( text ).toContain( '"quantity":-0,' );
		expect( text ).toContain( '"quantity":1.2E1,' );
		expect( text ).toContain( '"quantity":"7,5",' );
		expect( text ).toContain( '"quantity":1000000000000,' );
		expect( page().data.at( -1 ) ).not.toHaveProperty( 'reserve' );
	} );

	it( 'prints a literal without quotes', async () => {
		const offer = { sku: 'A', served: { price: literal( '12.50' ) } };
		const server = await start( { catalogue: { offers: [ offer ] } } );
		expect( ( await stocks( server ) ).text ).toContain( '"price":12.50,' );
	} );
} );
