import { get, offers, send, start, stocks, stopAll } from './client';

afterEach( stopAll );

describe( 'GET /offers/stocks', () => {
	it.each( [
		[ 0, 1, 0 ],
		[ 1, 1, 1 ],
		[ 50, 1, 50 ],
		[ 51, 2, 1 ],
		[ 120, 3, 20 ],
	] )(
		'divides %i offers into pages',
		async ( count, last_page, on_last ) => {
			const server = await start( { catalogue: offers( count ) } );
			const ids: number[] = [];
			for ( let page = 1; page <= last_page; page++ ) {
				const answer = await stocks( server, { limit: 50, page } );
				ids.push( ...answer.ids() );
				expect( answer.page() ).toMatchObject( {
					current_page: page,
					last_page,
					per_page: 50,
					total: count,
				} );
			}
			expect( new Set( ids ).size ).toBe( count );
			expect( ids.length % 50 ).toBe( on_last % 50 );
		}
	);

	it( 'answers 15 rows by default and at most 50', async () => {
		const server = await start( { catalogue: offers( 120 ) } );
		expect( ( await stocks( server ) ).page().per_page ).toBe( 15 );
		const much = ( await stocks( server, { limit: 500 } ) ).page();
		expect( much.per_page ).toBe( 50 );
		expect( much.data ).toHaveLength( 50 );
		server.world.behave( { limit_above_50: 'refused' } );
		expect( ( await stocks( server, { limit: 51 } ) ).status ).toBe( 422 );
	} );

	it( 'answers an empty page beyond the last', async () => {
		const server = await start( { catalogue: offers( 3 ) } );
		const page = ( await stocks( server, { page: 9 } ) ).page();
		expect( page ).toMatchObject( {
			current_page: 9,
			data: [],
			from: null,
			to: null,
			total: 3,
		} );
	} );

	it( 'links to pages of the real host, with the query and with page last', async () => {
		const server = await start( { catalogue: offers( 51 ) } );
		const query = { 'filter[details]': 'true', limit: 50 };
		const base =
			'https://openapi.keycrm.app/v1/offers/stocks?filter%5Bdetails%5D=true&limit=50&page=';
		const first = await stocks( server, query );
		expect( first.json ).toMatchObject( {
			path: 'https://openapi.keycrm.app/v1/offers/stocks',
			first_page_url: `${ base }1`,
			last_page_url: `${ base }2`,
			next_page_url: `${ base }2`,
			prev_page_url: null,
		} );
		const last = await stocks( server, { ...query, page: 2 } );
		expect( last.json ).toMatchObject( {
			next_page_url: null,
			prev_page_url: `${ base }1`,
		} );
	} );

	it( 'names warehouses only if details are asked for', async () => {
		const server = await start( {
			catalogue: {
				warehouses: [
					{ id: 1, name: 'Основний' },
					{ id: 2, name: 'Магазин' },
				],
				offers: [
					{
						id: 22,
						sku: 'sku001',
						stock: [
							{ warehouse_id: 1, quantity: 98, reserve: 8 },
							{ warehouse_id: 2, quantity: 35, reserve: 3 },
						],
					},
				],
			},
		} );
		const [ row ] = ( await stocks( server ) ).page().data;
		expect( row ).toMatchObject( { id: 22, quantity: 133, reserve: 11 } );
		expect( row ).not.toHaveProperty( 'warehouse' );
		const query = { 'filter[details]': 'true' };
		const [ whole ] = ( await stocks( server, query ) ).page().data;
		expect( whole?.warehouse ).toEqual( [
			{ id: 1, name: 'Основний', quantity: 98, reserve: 8 },
			{ id: 2, name: 'Магазин', quantity: 35, reserve: 3 },
		] );
	} );

	it( 'shows or leaves out warehouses that never held an offer', async () => {
		const server = await start( {
			catalogue: {
				warehouses: [
					{ id: 1, name: 'Основний' },
					{ id: 2, name: 'Магазин', is_active: false },
				],
				offers: [ { stock: [ { warehouse_id: 2, quantity: 5 } ] } ],
			},
		} );
		const query = { 'filter[details]': 'true' };
		const names = async () => {
			const [ row ] = ( await stocks( server, query ) ).page().data;
			return row?.warehouse?.map( ( { name } ) => name );
		};
		expect( await names() ).toEqual( [ 'Магазин' ] );
		server.world.behave( { untouched_warehouses: 'shown' } );
		expect( await names() ).toEqual( [ 'Основний', 'Магазин' ] );
		server.world.behave( { inactive_warehouses: 'hidden' } );
		const [ row ] = ( await stocks( server ) ).page().data;
		expect( row?.quantity ).toBe( 0 );
	} );

	it( 'shows or hides archived offers', async () => {
		const server = await start( {
			catalogue: { offers: [ { id: 1 }, { id: 2, is_archived: true } ] },
		} );
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 1, 2 ] );
		server.world.behave( { archived_in_stocks: 'hidden' } );
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 1 ] );
	} );

	it( 'shows or leaves out offers without stock', async () => {
		const server = await start( {
			catalogue: {
				offers: [
					{ id: 1, quantity: 0 },
					{ id: 2, quantity: 2, reserve: 2 },
					{ id: 3 },
				],
			},
		} );
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 1, 2, 3 ] );
		server.world.behave( { zeros_in_stocks: 'left_out' } );
		expect( ( await stocks( server ) ).ids() ).toEqual( [ 2 ] );
		const asked = { 'filter[offers_id]': '1,2,3' };
		expect( ( await stocks( server, asked ) ).ids() ).toEqual( [ 2 ] );
		expect( ( await get( server, '/offers' ) ).ids() ).toEqual( [
			1, 2, 3,
		] );
	} );

	it( 'offers no list of warehouses', async () => {
		const server = await start();
		for ( const path of [
			'/warehouses',
			'/storages',
			'/offers/warehouses',
		] ) {
			expect( await get( server, path ) ).toMatchObject( {
				status: 404,
				json: { message: 'Not found.' },
			} );
		}
	} );

	it( 'refuses other methods', async () => {
		const server = await start();
		const answer = await send( server, 'POST', '/offers/stocks', {} );
		expect( answer.status ).toBe( 405 );
	} );

	it( 'answers HTML outside /v1', async () => {
		const server = await start();
		const response = await fetch( `${ server.origin }/offers/stocks` );
		expect( response.status ).toBe( 404 );
		expect( await response.text() ).toContain( '<center>nginx</center>' );
	} );
} );
