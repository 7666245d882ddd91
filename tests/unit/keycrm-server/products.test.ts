import { get, send, start, stopAll } from './client';

afterEach( stopAll );

const account = () =>
	start( {
		catalogue: {
			offers: [
				{
					id: 4998,
					product_id: 1331,
					name: 'Сукня',
					sku: '5555_103',
					price: 690,
					properties: [ { name: 'Розмір', value: 'M' } ],
					quantity: 4,
					reserve: 1,
				},
				{
					id: 4866,
					product_id: 1331,
					sku: '5555_102',
					price: 650,
					properties: [ { name: 'Розмір', value: 'S' } ],
					quantity: 3,
				},
				{ id: 5000, product_id: 1400, name: 'Кава', sku: '0001' },
			],
		},
	} );

const data = ( json: unknown ) => Object( json ).data;

describe( 'GET /offers', () => {
	it( 'names the reserve in_reserve and includes the product', async () => {
		const server = await account();
		const { json } = await get( server, '/offers', { include: 'product' } );
		expect( data( json )[ 0 ] ).toMatchObject( {
			id: 4998,
			product_id: 1331,
			sku: '5555_103',
			quantity: 4,
			in_reserve: 1,
			properties: [ { name: 'Розмір', value: 'M' } ],
			product: { id: 1331, quantity: 7, in_reserve: 1, has_offers: true },
		} );
		expect( data( json )[ 0 ] ).not.toHaveProperty( 'reserve' );
		expect( data( json )[ 0 ].created_at ).toMatch(
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000000Z$/
		);
	} );

	it( 'sorts by id only if asked', async () => {
		const server = await account();
		const ids = async ( query: Record< string, string > ) =>
			( await get( server, '/offers', query ) ).ids();
		expect( await ids( {} ) ).toEqual( [ 4998, 4866, 5000 ] );
		expect( await ids( { sort: 'id' } ) ).toEqual( [ 4866, 4998, 5000 ] );
		expect( await ids( { sort: '-id' } ) ).toEqual( [ 5000, 4998, 4866 ] );
	} );

	it( 'filters by id, SKU, product and archive', async () => {
		const server = await account();
		const ids = async ( name: string, value: string ) =>
			( await get( server, '/offers', { [ name ]: value } ) ).ids();
		expect( await ids( 'filter[sku]', '0001,1' ) ).toEqual( [ 5000 ] );
		expect( await ids( 'filter[id]', '4866' ) ).toEqual( [ 4866 ] );
		expect( await ids( 'filter[product_id]', '1331' ) ).toHaveLength( 2 );
		expect( await ids( 'filter[is_archived]', 'true' ) ).toEqual( [] );
	} );
} );

describe( 'GET /products', () => {
	it( 'shows or hides archived offers, and lists them if a filter asks for them', async () => {
		const server = await start( {
			catalogue: { offers: [ { id: 1 }, { id: 2, is_archived: true } ] },
		} );
		const ids = async ( query = {} ) =>
			( await get( server, '/offers', query ) ).ids();
		expect( await ids() ).toEqual( [ 1, 2 ] );
		server.world.behave( { archived_in_offers: 'hidden' } );
		expect( await ids() ).toEqual( [ 1 ] );
		expect( await ids( { 'filter[is_archived]': 'true' } ) ).toEqual( [
			2,
		] );
	} );

	it( 'shows sums over the offers, and an SKU only for products without variants', async () => {
		const server = await account();
		const { json } = await get( server, '/products' );
		const [ dress, coffee ] = data( json );
		expect( dress ).toMatchObject( {
			id: 1331,
			quantity: 7,
			in_reserve: 1,
			min_price: 650,
			max_price: 690,
			properties_agg: { Розмір: [ 'M', 'S' ] },
		} );
		expect( dress ).not.toHaveProperty( 'sku' );
		expect( coffee ).toMatchObject( { has_offers: false, sku: '0001' } );
	} );

	it( 'answers a single product without an envelope, or 404', async () => {
		const server = await account();
		const query = { include: 'custom_fields' };
		const found = await get( server, '/products/1400', query );
		expect( found.json ).toMatchObject( { id: 1400, custom_fields: [] } );
		expect( ( await get( server, '/products/9' ) ).status ).toBe( 404 );
	} );
} );

describe( 'creating and changing goods', () => {
	it( 'makes a product, then its variants', async () => {
		const server = await account();
		const made = await send( server, 'POST', '/products', {
			name: 'Светр',
		} );
		expect( made.status ).toBe( 201 );
		const { id } = Object( made.json );
		const answer = await send( server, 'POST', `/products/${ id }/offers`, {
			offers: [ 'S', 'M' ].map( ( value ) => ( {
				sku: `SW-${ value }`,
				price: 900,
				properties: [ { name: 'Розмір', value } ],
			} ) ),
		} );
		expect( answer ).toMatchObject( {
			status: 201,
			json: { status: true },
		} );
		const query = { 'filter[product_id]': id };
		const offers = data( ( await get( server, '/offers', query ) ).json );
		expect( offers ).toMatchObject( [
			{ sku: 'SW-S', price: 900, is_default: false, quantity: 0 },
			{ sku: 'SW-M' },
		] );
	} );

	it( 'imports at most 100 products and does not return their ids', async () => {
		const server = await account();
		const products = Array.from( { length: 101 }, ( _, place ) => ( {
			name: `N${ place }`,
			sku: `S${ place }`,
		} ) );
		const path = '/products/import';
		const much = await send( server, 'POST', path, { products } );
		expect( much.status ).toBe( 422 );
		server.faults.add( { kind: 'write_part', rows: 60 }, { next: 1 } );
		products.pop();
		const answer = await send( server, 'POST', path, { products } );
		expect( answer ).toMatchObject( {
			status: 201,
			json: { status: true },
		} );
		expect( server.world.catalogue.offers() ).toHaveLength( 63 );
	} );

	it( 'accepts or refuses a duplicate SKU', async () => {
		const server = await account();
		const body = { name: 'Ще кава', sku: '0001' };
		server.world.behave( { duplicate_sku: 'refused' } );
		const refused = await send( server, 'POST', '/products', body );
		expect( refused.status ).toBe( 422 );
		server.world.behave( { duplicate_sku: 'accepted' } );
		const made = await send( server, 'POST', '/products', body );
		expect( made.status ).toBe( 201 );
		expect( server.world.catalogue.offersOfSku( '0001' ) ).toHaveLength(
			2
		);
	} );

	it( 'can demand a name for each variant', async () => {
		const server = await account();
		server.world.behave( { offer_name: 'required' } );
		const path = '/products/1331/offers';
		const answer = await send( server, 'POST', path, {
			offers: [ { sku: 'X' } ],
		} );
		expect( answer.status ).toBe( 422 );
	} );

	it( 'changes single fields of a product, and prices of offers', async () => {
		const server = await account();
		const changed = await send( server, 'PUT', '/products/1400', {
			name: 'Кава мелена',
		} );
		expect( changed.status ).toBe( 202 );
		expect( changed.json ).toMatchObject( {
			name: 'Кава мелена',
			sku: '0001',
		} );
		const priced = await send( server, 'PUT', '/offers', {
			offers: [
				{ id: 4998, price: 700 },
				{ sku: '0001', price: 5.5, sku_new: 'X' },
			],
		} );
		expect( priced ).toMatchObject( {
			status: 202,
			json: { status: true },
		} );
		const offers = data( ( await get( server, '/offers' ) ).json );
		expect( offers ).toMatchObject( [
			{ price: 700 },
			{ price: 650 },
			{ price: 5.5, sku: '0001' },
		] );
	} );
} );

describe( 'names of products', () => {
	const sent = { name: 'Сумка' };

	it( 'are unique, also within an import', async () => {
		const server = await start();
		await send( server, 'POST', '/products', sent );
		const again = await send( server, 'POST', '/products', sent );
		expect( again ).toMatchObject( {
			status: 422,
			json: { errors: { name: [ expect.any( String ) ] } },
		} );
		const products = [ { name: 'A' }, { name: 'B' }, { name: 'B' } ];
		const path = '/products/import';
		const refused = await send( server, 'POST', path, { products } );
		expect( refused.status ).toBe( 422 );
		expect( refused.text ).toContain( 'products.2.name' );
		expect( server.world.catalogue.products.size ).toBe( 1 );
	} );

	it( 'are refused without a field where the account names none', async () => {
		const server = await start( {
			behaviour: { refused_fields: 'unnamed' },
		} );
		await send( server, 'POST', '/products', sent );
		const again = await send( server, 'POST', '/products', sent );
		expect( again.json ).toEqual( {
			message: 'The name has already been taken.',
		} );
	} );

	it( 'may be free, and a product may keep its own', async () => {
		const server = await start();
		await send( server, 'POST', '/products', sent );
		const path = `/products/${ [
			...server.world.catalogue.products.keys(),
		].join() }`;
		expect( ( await send( server, 'PUT', path, sent ) ).status ).toBe(
			202
		);
		server.world.behave( { product_names: 'free' } );
		const again = await send( server, 'POST', '/products', sent );
		expect( again.status ).toBe( 201 );
	} );
} );

describe( 'GET /products/categories', () => {
	it( 'lists categories with what stands above them', async () => {
		const categories = [
			{ id: 3, name: 'Взуття' },
			{ id: 5, name: 'Кеди', parent_id: 3 },
		];
		const server = await start( { catalogue: { categories, offers: [] } } );
		const { json } = await get( server, '/products/categories' );
		expect( json ).toMatchObject( {
			total: 2,
			data: [
				{ id: 3, parent_id: null },
				{ id: 5, parent_id: 3 },
			],
		} );
		const query = { 'filter[parent_id]': 3 };
		const below = await get( server, '/products/categories', query );
		expect( below.json ).toMatchObject( { data: [ { id: 5 } ] } );
		const wrong = { 'filter[name]': 'Кеди' };
		const refused = await get( server, '/products/categories', wrong );
		expect( refused.status ).toBe( 400 );
	} );
} );
