/**
 * Tests offers removed from KeyCRM: the number stays, or becomes 0 if the owner wants that and the plugin
 * wrote it.
 */
import { runSchema } from '../../../src-admin/contract';
import { call, drive, save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	restoreOffers,
	give,
	noted,
	numbers,
	openRemovedOffersShop,
	remove,
	whole,
} from '../support/removed-offers';
import {
	ageWholeRead,
	asked,
	looked,
	pages,
	sell,
} from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openRemovedOffersShop();
} );
afterAll( () => session.stop() );
beforeEach( () => restoreOffers( session ) );

it( 'sets a deleted offer’s number to 0 when the plugin wrote it, and says why', async () => {
	remove( session, 'Q-10', 'Q-90', 'Q-11' );
	const run = await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
	expect( run.counts ).toMatchObject( { updated: 1, not_in_keycrm: 1 } );
	expect( await noted( session, run, 'Q-10' ) ).toMatchObject( {
		before: 7,
		after: 0,
		outcome: 'updated',
		reason: expect.stringContaining( 'KeyCRM no longer has this product' ),
	} );
	expect( await noted( session, run, 'Q-90' ) ).toMatchObject( {
		outcome: 'not_in_keycrm',
		reason: expect.stringContaining( 'had a product with this SKU before' ),
	} );
	expect( asked( session ) ).toEqual( pages( 3 ) );
	// The first and last offers of the list and the two to check; then a search for other offers with their
	// SKUs.
	expect( looked( session ) ).toEqual( [ '4 ids', '4 skus' ] );
} );

it( 'sets it to 0 also when only the shop’s own offers are read', async () => {
	remove( session, 'Q-10' );
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );

it( 'keeps the number unless the owner chooses 0', async () => {
	await save( session.shop, { gone: 'leave' } );
	remove( session, 'Q-10' );
	const run = await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	expect( await noted( session, run, 'Q-10' ) ).toMatchObject( {
		outcome: 'not_in_keycrm',
		reason: expect.stringContaining( 'had a product with this SKU before' ),
	} );
	expect( looked( session ) ).toEqual( [ '3 ids', '3 skus' ] );
} );

it( 'takes an archived offer for removed when KeyCRM does not show it', async () => {
	for ( const offer of session.keycrm.world.catalogue.offersOfSku(
		'Q-10'
	) ) {
		offer.is_archived = true;
	}
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	session.keycrm.world.behave( { archived_in_stocks: 'hidden' } );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );

it( 'sets it to 0 once: a number that a person enters afterwards stays', async () => {
	remove( session, 'Q-10' );
	await whole( session );
	await give( session, 'Q-10', 4 );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 4, 7 ] );
} );

it( 'can be undone, and is not repeated after the undo', async () => {
	remove( session, 'Q-10' );
	const { id } = await whole( session );
	await drive(
		session.shop,
		runSchema.parse(
			await call( session.shop, 'POST', `/runs/${ id }/undo` )
		)
	);
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );

it( 'writes KeyCRM’s number again once the offer is back', async () => {
	remove( session, 'Q-10' );
	await whole( session );
	session.keycrm.world.seed( { offers: [ { sku: 'Q-10', quantity: 6 } ] } );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 6, 7 ] );
} );

it( 'counts a number as the plugin’s when it came with enabling stock management', async () => {
	const { shop } = session;
	const id = Number(
		await shop.php( `
			$product = wc_get_product( wc_get_product_id_by_sku( 'Q-90' ) );
			$product->set_manage_stock( false );
			return $product->save();` )
	);
	expect( ( await sync( shop ) ).counts.not_managed ).toBe( 1 );
	await call( shop, 'POST', '/unmatched/switch-on', {
		product_ids: [ id ],
	} );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	remove( session, 'Q-90' );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 0 ] );
} );

it( 'counts for the guard like any product that becomes 0', async () => {
	await save( session.shop, {
		guard: { min_products: 1, max_zeroed_percent: 30 },
	} );
	remove( session, 'Q-0', 'Q-10', 'Q-20', 'Q-30', 'Q-40' );
	await ageWholeRead( session, 24 );
	const run = await sync( session.shop );
	expect( run.status ).toBe( 'needs_confirmation' );
	expect( run.guard ).toMatchObject( { zeroed: 5 } );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );

it( 'asks in pages, not for deleted products, and once a day for those that keep their numbers', async () => {
	await sell(
		session,
		Array.from( { length: 60 }, ( _, place ) => `G-${ place }` )
	);
	const { world } = session.keycrm;
	world.seed( {
		offers: Array.from( { length: 60 }, ( _, place ) => ( {
			sku: `G-${ place }`,
			quantity: 3,
		} ) ),
	} );
	await whole( session );
	await session.shop.php( `
		wp_delete_post( wc_get_product_id_by_sku( 'G-0' ), true );
		return wc_update_product_stock( wc_get_product_id_by_sku( 'G-1' ), 0 );` );
	remove(
		session,
		...Array.from( { length: 60 }, ( _, place ) => `G-${ place }` )
	);
	session.keycrm.log.clear();
	const run = await whole( session );
	expect( run.counts.updated ).toBe( 58 );
	expect( looked( session ) ).toEqual( [
		'50 ids',
		'50 skus',
		'13 ids',
		'13 skus',
	] );
	session.keycrm.log.clear();
	await whole( session );
	expect( looked( session ) ).toEqual( [] );
} );
