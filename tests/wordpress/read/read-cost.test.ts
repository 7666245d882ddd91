/** Measures the requests for reading: never more than the cheaper way, and few for a small shop. */
import { generatedCatalogue, generatedShop } from '../../support/keycrm-server';
import { bulkFill, bulkProducts } from '../../support/fill/bulk-fill';
import { expectedStock } from '../../support/expected-stock';
import { call, openSession, stockBySku, sync } from '../support/session';
import {
	asked,
	openSmallShop,
	pages,
	sell,
	summaryOf,
} from '../support/shops/small-shop';

describe( 'a shop of 200 products with an account of 10,000 offers', () => {
	it( 'takes at most 5 requests a run after the first', async () => {
		const catalogue = generatedCatalogue( 10_000 );
		const session = await openSession( catalogue );
		const { shop } = session;
		const products = bulkProducts( generatedShop( 190 ) );
		await bulkFill( shop, products );
		await sell(
			session,
			Array.from( { length: 10 }, ( _, place ) => `Чужий-${ place }` )
		);
		const first = await sync( shop, 'preview' );
		expect( summaryOf( first ) ).toMatchObject( {
			kind: 'whole',
			// The last request asks for the ten that the list lacks.
			requests: 201,
		} );
		for ( let runs = 0; runs < 2; runs++ ) {
			const run = await sync( shop, 'preview' );
			expect( summaryOf( run ) ).toMatchObject( {
				kind: 'own',
				error: null,
			} );
			expect( run.requests ).toBeLessThanOrEqual( 5 );
			expect( run.counts ).toEqual( first.counts );
		}
		await call( shop, 'POST', '/settings', {
			guard: { max_zeroed_percent: 100, max_drop_percent: 100 },
		} );
		expect( ( await sync( shop ) ).status ).toBe( 'succeeded' );
		const expected = expectedStock( catalogue );
		const stock = await stockBySku( shop );
		for ( const { sku, stock: before } of products ) {
			if ( before !== null ) {
				expect( stock.get( sku ) ).toBe( expected.get( sku ) );
			}
		}
		await session.stop();
	} );
} );

describe( 'a shop that sells all that KeyCRM has', () => {
	it( 'reads the full list every time, because nothing is cheaper', async () => {
		const session = await openSmallShop( 120, 120 );
		for ( let runs = 0; runs < 2; runs++ ) {
			session.keycrm.log.clear();
			expect( ( await sync( session.shop ) ).read_plan?.kind ).toBe(
				'whole'
			);
			expect( asked( session ) ).toEqual( pages( 3 ) );
		}
		await session.stop();
	} );
} );
