/** Tests lists that take several requests: 250 products each way. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { openSession, stockBySku, sync } from '../support/session';
import { create, confirm, offersOf, plan, posts } from './create';
import { countProducts } from './drafts';
import { describeReal } from './real-shop';

jest.setTimeout( 600_000 );

const SKUS = Array.from( { length: 250 }, ( _, place ) => `MANY-${ place }` );

describeReal( 'long lists', () => {
	it( 'creates 250 products in KeyCRM by three imports, though 120 of them have one name', async () => {
		const session = await openSession( { offers: [ { sku: 'KNOWN' } ] } );
		const { shop, keycrm } = session;
		await bulkFill(
			shop,
			SKUS.map( ( sku, place ) => ( {
				sku,
				name: place < 120 ? 'Товар' : `Товар ${ place }`,
				price: 10,
				stock: 1,
				type: 'simple',
				parent: -1,
			} ) )
		);
		await sync( shop );
		const run = await create( session );
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 250, failed: 0 },
		} );
		expect( offersOf( keycrm, SKUS ) ).toEqual( SKUS.map( () => 1 ) );
		// Two more for names that KeyCRM has refused: they were all named in one answer each.
		expect( posts( keycrm ) ).toEqual(
			Array.from( { length: 5 }, () => 'POST /products/import' )
		);
		expect( run.requests ).toBeLessThan( 60 );
		await session.stop();
	} );

	it( 'creates 250 drafts, each with its own quantity', async () => {
		const session = await openSession( {
			offers: [
				{ sku: 'KNOWN' },
				...SKUS.map( ( sku, place ) => ( { sku, quantity: place } ) ),
			],
		} );
		const { shop } = session;
		await bulkFill( shop, [
			{
				sku: 'KNOWN',
				name: 'K',
				price: 1,
				stock: 1,
				type: 'simple',
				parent: -1,
			},
		] );
		await sync( shop );
		const run = await confirm(
			session,
			await plan( session, 'create_in_shop' )
		);
		expect( run ).toMatchObject( {
			status: 'succeeded',
			counts: { created: 250, failed: 0 },
		} );
		const stock = await stockBySku( shop );
		expect( SKUS.map( ( sku ) => stock.get( sku ) ) ).toEqual(
			SKUS.map( ( _, place ) => place )
		);
		expect( await countProducts( session ) ).toBe( 251 );
		await session.stop();
	} );
} );
