import { get, offers, start, stocks, stopAll } from './client';

afterEach( stopAll );

describe( 'filters of GET /offers/stocks', () => {
	it( 'find ids and SKUs, and leave out unknown ones', async () => {
		const server = await start( { catalogue: offers( 30 ) } );
		const ids = await stocks( server, {
			'filter[offers_id]': '7,3,999,7',
		} );
		expect( ids.ids() ).toEqual( [ 7, 3 ] );
		const skus = await stocks( server, { 'filter[offers_sku]': 'A9,X' } );
		expect( skus.ids() ).toEqual( [ 9 ] );
		const both = await stocks( server, {
			'filter[offers_id]': '1,2',
			'filter[offers_sku]': 'A2,A3',
		} );
		expect( both.ids() ).toEqual( [ 2 ] );
	} );

	it( 'that are unknown are ignored', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		for ( const name of [
			'filter[sku]',
			'filter[offers_sku][]',
			'sort',
		] ) {
			const answer = await stocks( server, { [ name ]: 'A2' } );
			expect( answer.ids() ).toEqual( [ 1, 2, 3 ] );
		}
	} );

	it.each( [
		[ 'exact', [ 1 ] ],
		[ 'ignore_case', [ 1, 2 ] ],
		[ 'prefix', [ 1, 3 ] ],
		[ 'partial', [ 1, 3, 4 ] ],
	] as const )( 'compare SKUs %s', async ( sku_match, expected ) => {
		const server = await start( {
			catalogue: {
				offers: [ 'ab', 'AB', 'abc', 'xabc' ].map( ( sku, place ) => ( {
					id: place + 1,
					sku,
				} ) ),
			},
			behaviour: { sku_match },
		} );
		const answer = await stocks( server, { 'filter[offers_sku]': 'ab' } );
		expect( answer.ids() ).toEqual( expected );
	} );

	it( 'a fault can ignore a filter, cut it, or add rows that were not asked for', async () => {
		const server = await start( { catalogue: offers( 30 ) } );
		const query = { 'filter[offers_id]': '5,6,7' };
		const seen = async () => ( await stocks( server, query ) ).ids();
		server.faults.add( { kind: 'filters_ignored' }, { next: 1 } );
		expect( await seen() ).toHaveLength( 15 );
		server.faults.add( { kind: 'filter_cut', after: 2 }, { next: 1 } );
		expect( await seen() ).toEqual( [ 5, 6 ] );
		server.faults.add( { kind: 'extra_rows', rows: 1 }, { next: 1 } );
		expect( await seen() ).toEqual( [ 5, 6, 7, 1 ] );
		expect( await seen() ).toEqual( [ 5, 6, 7 ] );
	} );

	it( 'the fault left_out does not affect filtered lists', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		server.faults.add( { kind: 'left_out', offer_ids: [ 2 ] } );
		const all = await stocks( server, {} );
		expect( all.ids().sort() ).toEqual( [ 1, 3 ] );
		const asked = await stocks( server, { 'filter[offers_id]': '2' } );
		expect( asked.ids() ).toEqual( [ 2 ] );
	} );

	it( 'if the URL is too long, the answer is 414', async () => {
		const server = await start();
		const answer = await stocks( server, { x: 'я'.repeat( 3000 ) } );
		expect( answer.status ).toBe( 414 );
		expect( answer.text ).toContain( 'nginx' );
	} );
} );

describe( 'filters of other lists', () => {
	it.each( [
		[ '/offers', { 'filter[offers_id]': '1' }, 'id, product_id, sku' ],
		[ '/products', { 'filter[sku]': '1' }, 'product_id, category_id' ],
		[ '/order', { include: 'products.warehouse' }, 'buyer, manager' ],
		[ '/offers', { sort: 'sku' }, 'id, -id' ],
	] )( '%s refuses the filter %j', async ( path, query, allowed ) => {
		const server = await start();
		const answer = await get( server, path, { ...query } );
		expect( answer.status ).toBe( 400 );
		expect( answer.text ).toContain( allowed );
	} );
} );
