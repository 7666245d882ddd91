/**
 * Tests offers that are sold out in KeyCRM. KeyCRM may leave them out of its list, so a second check must
 * confirm it.
 */
import {
	restoreOffers,
	idsOf,
	noted,
	numbers,
	openRemovedOffersShop,
	remove,
	whole,
} from '../support/removed-offers';
import { call, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	looked,
	pages,
	removeProducts,
	sell,
	stockOf,
} from '../support/shops/small-shop';

let session: Session;
let added: number[] = [];

beforeAll( async () => {
	session = await openRemovedOffersShop();
} );
afterAll( () => session.stop() );
beforeEach( async () => {
	await removeProducts( session, added );
	added = [];
	session.keycrm.world.behave( { zeros_in_stocks: 'listed' } );
	await restoreOffers( session );
	await save( session.shop, { gone: 'leave' } );
	session.keycrm.log.clear();
} );

const leaveOutZeros = () =>
	session.keycrm.world.behave( { zeros_in_stocks: 'left_out' } );

async function alsoSell( ...skus: string[] ): Promise< void > {
	added = await sell( session, skus );
}

describe.each( [ 'listed', 'left_out' ] as const )(
	'when KeyCRM’s list has zeros %s',
	( zeros_in_stocks ) => {
		const left_out = zeros_in_stocks === 'left_out';

		it( 'sets to 0 what is sold out in KeyCRM', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			inKeyCrm( session.keycrm, 'Q-10', 0 );
			const run = await whole( session );
			expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
			expect( run.counts ).toMatchObject( {
				updated: 1,
				unchanged: 11,
				not_in_keycrm: 0,
			} );
			expect( asked( session ) ).toEqual( pages( 3 ) );
			// The first and last offers of the list, and the one to check.
			expect( looked( session ) ).toEqual( left_out ? [ '3 ids' ] : [] );
		} );

		it( 'sets it to 0 also when only the shop’s own offers are read, without the full list', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			inKeyCrm( session.keycrm, 'Q-10', 0 );
			for ( const updated of [ 1, 0 ] ) {
				session.keycrm.log.clear();
				const run = await sync( session.shop );
				expect( run ).toMatchObject( {
					error: null,
					read_plan: { kind: 'own' },
					counts: { updated, not_in_keycrm: 0 },
				} );
				expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
				expect( asked( session ) ).toEqual( [ '12 ids' ] );
				expect( looked( session ) ).toEqual(
					left_out ? [ '1 ids' ] : []
				);
			}
			inKeyCrm( session.keycrm, 'Q-10', 3 );
			await sync( session.shop );
			expect( await numbers( session ) ).toEqual( [ 7, 3, 7 ] );
		} );

		it( 'finds by SKU an offer that it has never seen before', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			session.keycrm.world.seed( {
				offers: [ { sku: 'NEVER', quantity: 0 } ],
			} );
			await alsoSell( 'NEVER' );
			await whole( session );
			expect( await stockOf( session, 'NEVER' ) ).toBe( 0 );
			expect( looked( session ) ).toEqual( left_out ? [ '3 skus' ] : [] );
			session.keycrm.log.clear();
			expect( ( await sync( session.shop ) ).counts.unchanged ).toBe(
				13
			);
			expect( looked( session ) ).toEqual( left_out ? [ '1 ids' ] : [] );
		} );

		it( 'lets the guard stop it like any product that becomes 0', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			await save( session.shop, {
				guard: { min_products: 1, max_zeroed_percent: 30 },
			} );
			for ( const sku of [ 'Q-0', 'Q-10', 'Q-20', 'Q-30', 'Q-40' ] ) {
				inKeyCrm( session.keycrm, sku, 0 );
			}
			await ageWholeRead( session, 24 );
			const run = await sync( session.shop );
			expect( run.status ).toBe( 'needs_confirmation' );
			expect( run.guard ).toMatchObject( { zeroed: 5 } );
			expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
		} );

		it( 'leaves two offers with one SKU alone', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			session.keycrm.world.seed( {
				offers: [
					{ sku: 'TWO', quantity: 0 },
					{ sku: 'TWO', quantity: 0 },
				],
			} );
			await alsoSell( 'TWO' );
			expect( ( await whole( session ) ).counts ).toMatchObject( {
				duplicate_in_keycrm: 1,
				updated: 0,
			} );
			expect( await stockOf( session, 'TWO' ) ).toBe( 1 );
		} );

		it( 'counts by warehouse: 0 in total is 0 in each', async () => {
			session.keycrm.world.behave( { zeros_in_stocks } );
			await save( session.shop, { warehouse_ids: [ 1 ] } );
			inKeyCrm( session.keycrm, 'Q-10', 0 );
			await whole( session );
			expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
			await save( session.shop, { warehouse_ids: [] } );
		} );
	}
);

describe( 'an offer that only the second check finds', () => {
	beforeEach( leaveOutZeros );

	it( 'is used with its reserve', async () => {
		session.keycrm.faults.add( {
			kind: 'left_out',
			offer_ids: idsOf( session, 'Q-10' ),
		} );
		const [ offer ] = session.keycrm.world.catalogue.offersOfSku( 'Q-10' );
		if ( offer !== undefined ) {
			session.keycrm.world.stock.move(
				offer,
				1,
				{ quantity: 2, reserve: 4 },
				'manual'
			);
		}
		await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 5, 7 ] );
	} );

	it( 'is reported and not written when warehouses are chosen and its total is not 0', async () => {
		session.keycrm.faults.add( {
			kind: 'left_out',
			offer_ids: idsOf( session, 'Q-10' ),
		} );
		await save( session.shop, { warehouse_ids: [ 1 ] } );
		inKeyCrm( session.keycrm, 'Q-10', 9 );
		const run = await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
		expect( await noted( session, run, 'Q-10' ) ).toMatchObject( {
			outcome: 'failed',
			reason: expect.stringContaining(
				'only its total over all warehouses, which is not 0'
			),
		} );
		session.keycrm.faults.clear();
		await sync( session.shop );
		expect( await numbers( session ) ).toEqual( [ 7, 9, 7 ] );
		await save( session.shop, { warehouse_ids: [] } );
	} );

	it.each( [ 'shown', 'hidden' ] as const )(
		'counts as not in KeyCRM when it is archived, and archived offers are %s',
		async ( archived_in_offers ) => {
			session.keycrm.world.behave( {
				archived_in_offers,
				archived_in_stocks: 'hidden',
			} );
			for ( const offer of session.keycrm.world.catalogue.offersOfSku(
				'Q-10'
			) ) {
				offer.is_archived = true;
			}
			const run = await whole( session );
			expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
			expect( await noted( session, run, 'Q-10' ) ).toMatchObject( {
				outcome: 'not_in_keycrm',
				reason: expect.stringContaining( 'has none now' ),
			} );
			await save( session.shop, { gone: 'zero' } );
			await whole( session );
			expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
			session.keycrm.world.behave( { archived_in_offers: 'shown' } );
		}
	);

	it( 'may come in several pages', async () => {
		session.keycrm.faults.add(
			{ kind: 'per_page', rows: 2 },
			{ endpoint: 'GET /offers' }
		);
		inKeyCrm( session.keycrm, 'Q-10', 0 );
		inKeyCrm( session.keycrm, 'Q-90', 0 );
		remove( session, 'Q-20' );
		const run = await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 0, 0 ] );
		expect( run.counts.not_in_keycrm ).toBe( 1 );
		expect( looked( session ) ).toEqual( [
			'5 ids',
			'5 ids page 2',
			'3 skus',
		] );
	} );

	it.each( [ 'ignore_case', 'prefix', 'partial' ] as const )(
		'has exactly the SKU when filters compare by %s',
		async ( sku_match ) => {
			session.keycrm.world.behave( { sku_match } );
			session.keycrm.world.seed( {
				offers: [ 'ab', 'AB', 'AB-2', 'X-AB', 'SO-2' ].map(
					( sku ) => ( { sku, quantity: 0 } )
				),
			} );
			await alsoSell( 'AB', 'SO' );
			const run = await whole( session );
			expect( run.counts ).toMatchObject( {
				updated: 1,
				not_in_keycrm: 1,
			} );
			expect( await stockOf( session, 'AB' ) ).toBe( 0 );
			expect( await stockOf( session, 'SO' ) ).toBe( 1 );
			session.keycrm.world.behave( { sku_match: 'exact' } );
		}
	);
} );

it( 'uses the number found by the second check when stock management is enabled later', async () => {
	leaveOutZeros();
	inKeyCrm( session.keycrm, 'Q-10', 0 );
	const id = Number(
		await session.shop.php( `
			$product = wc_get_product( wc_get_product_id_by_sku( 'Q-10' ) );
			$product->set_manage_stock( false );
			return $product->save();` )
	);
	expect( ( await whole( session ) ).counts.not_managed ).toBe( 1 );
	await call( session.shop, 'POST', '/unmatched/switch-on', {
		product_ids: [ id ],
	} );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );
