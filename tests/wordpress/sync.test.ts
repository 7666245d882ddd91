/** Tests the main job: one run writes every number, and a second one changes nothing. */
import {
	demoCatalogue,
	generatedCatalogue,
	generatedShop,
} from '../support/keycrm-server';
import type { CatalogueSeed, ShopProduct } from '../support/keycrm-server';
import { bulkFill, bulkProducts } from '../support/fill/bulk-fill';
import { expectedStock } from '../support/expected-stock';
import { openSession, save, stockBySku, sync } from './support/session';
import type { Session } from './support/session';
import {
	fingerprints,
	TOUCH_RECORDER,
	startTouchRecorder,
	touchedHooks,
} from './support/recorders/touch-recorder';

interface Case {
	readonly name: string;
	readonly catalogue: CatalogueSeed;
	readonly products: Iterable< ShopProduct >;
	readonly offers: number;
}

/** php-wasm takes 2.6 ms a query, so only native PHP gets the large catalogue. */
const GENERATED = process.env[ 'TEST_WORLD' ] === 'native' ? 5000 : 150;

const demo = demoCatalogue();
const CASES: Case[] = [
	{
		name: 'the demo catalogue',
		catalogue: demo.seed,
		products: demo.shop,
		offers: demo.seed.offers.length,
	},
	{
		name: `a generated one of ${ GENERATED } offers`,
		catalogue: generatedCatalogue( GENERATED ),
		products: generatedShop( GENERATED ),
		offers: GENERATED,
	},
];

/** Returns SKUs that several products of the shop have, or whose product keeps no number of its own. */
function leftAlone(
	products: ReturnType< typeof bulkProducts >
): Set< string > {
	const seen = new Set< string >();
	const left = new Set< string >();
	for ( const { sku, stock } of products ) {
		if ( seen.has( sku ) || stock === null ) {
			left.add( sku );
		}
		seen.add( sku );
	}
	return left;
}

describe.each( CASES )(
	'a shop with $name',
	( { catalogue, products, offers } ) => {
		const rows = bulkProducts( products );
		const left = leftAlone( rows );
		let session: Session;

		beforeAll( async () => {
			session = await openSession( catalogue, {
				mu: { touch_recorder: TOUCH_RECORDER },
			} );
			await bulkFill( session.shop, rows );
			await save( session.shop, {
				guard: { max_zeroed_percent: 100, max_drop_percent: 100 },
			} );
		} );
		afterAll( () => session.stop() );

		it( 'has exactly the numbers of the formula after one run', async () => {
			const { shop, keycrm } = session;
			const before = await stockBySku( shop );
			const run = await sync( shop );
			expect( run.error ).toBeNull();
			expect( run.status ).toBe( 'succeeded' );
			const asked = keycrm.log
				.entries()
				.map( ( { endpoint } ) => endpoint );
			expect( asked ).toHaveLength( run.requests );
			expect(
				asked.filter( ( one ) => one === 'GET /offers/stocks' )
			).toHaveLength( Math.ceil( offers / 50 ) );
			// SKUs that the list lacks are looked up, 48 at a time between two that it has.
			expect(
				asked.filter( ( one ) => one === 'GET /offers' ).length
			).toBeLessThanOrEqual( Math.ceil( run.counts.not_in_keycrm / 48 ) );

			const expected = expectedStock( catalogue );
			const after = await stockBySku( shop );
			for ( const [ sku, stock ] of after ) {
				const number = left.has( sku )
					? undefined
					: expected.get( sku );
				const wanted =
					number === undefined ? before.get( sku ) : number;
				expect( { sku, stock } ).toEqual( { sku, stock: wanted } );
			}
			expect( run.counts.updated ).toBeGreaterThan( 0 );
		} );

		it( 'is not changed by a second run', async () => {
			const { shop } = session;
			const before = await fingerprints( shop );
			await startTouchRecorder( shop );
			const run = await sync( shop );
			expect( await touchedHooks( shop ) ).toEqual( [] );
			expect( await fingerprints( shop ) ).toEqual( before );
			expect( run.status ).toBe( 'succeeded' );
			expect( run.counts.updated ).toBe( 0 );
		} );
	}
);
