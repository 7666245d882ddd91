/**
 * Tests offers that only seem to be removed from KeyCRM.
 * A short list, or a filter that may not work, is no reason to set a number to 0.
 */
import { runSchema } from '../../../src-admin/contract';
import { call, drive, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	restoreOffers,
	idsOf,
	noted,
	numbers,
	openRemovedOffersShop,
	remove,
	whole,
} from '../support/removed-offers';
import {
	ageWholeRead,
	asked,
	inKeyCrm,
	looked,
} from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openRemovedOffersShop();
} );
afterAll( () => session.stop() );
beforeEach( () => restoreOffers( session ) );

it( 'sets nothing to 0 because a list is short', async () => {
	session.keycrm.faults.add( {
		kind: 'left_out',
		offer_ids: idsOf( session, 'Q-0', 'Q-10', 'Q-20' ),
	} );
	inKeyCrm( session.keycrm, 'Q-10', 9 );
	const run = await whole( session );
	expect( run.counts.not_in_keycrm ).toBe( 0 );
	expect( await numbers( session ) ).toEqual( [ 7, 9, 7 ] );
} );

it.each( [
	[ 'uses the first ids only', { kind: 'filter_cut', after: 1 } ],
	[ 'is ignored', { kind: 'filters_ignored' } ],
	[ 'is refused', { kind: 'status', status: 400 } ],
] as const )(
	'sets nothing to 0 because of a filter that %s',
	async ( _, fault ) => {
		remove( session, 'Q-10' );
		session.keycrm.faults.add( fault, { after: 3 } );
		await ageWholeRead( session, 24 );
		const run = await sync( session.shop );
		expect( run.status ).toBe( 'succeeded' );
		expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
		expect( looked( session ) ).toContain( '3 ids' );
		// The filter works again, so the next run asks again.
		session.keycrm.faults.clear();
		await whole( session );
		expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
	}
);

it( 'waits for an answer that comes late', async () => {
	remove( session, 'Q-10' );
	session.keycrm.faults.add(
		{ kind: 'status', status: 502 },
		{ after: 3, next: 1 }
	);
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 0, 7 ] );
} );

it( 'does not take an SKU that has moved to another offer for removed', async () => {
	remove( session, 'Q-10' );
	session.keycrm.world.seed( { offers: [ { sku: 'Q-10', quantity: 5 } ] } );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 5, 7 ] );
} );

it( 'does not take a renamed offer for removed', async () => {
	const { catalogue } = session.keycrm.world;
	for ( const offer of catalogue.offersOfSku( 'Q-10' ) ) {
		catalogue.renameSku( offer, 'Q-10-NEW' );
	}
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );

it( 'takes nothing for removed that only another account has shown', async () => {
	remove( session, 'Q-10' );
	// Pretends that the levels were read with another key.
	await session.shop.php( `
		$read = get_option( 'keycrm_stock_whole_read' );
		$read['account'] = 'another';
		return update_option( 'keycrm_stock_whole_read', $read, false );` );
	const run = await sync( session.shop );
	expect( run.error ).toBeNull();
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	expect( asked( session ) ).toEqual( [ 'page 1', 'page 2', 'page 3' ] );
	// It asks by SKU, because the offer's id belongs to the other account.
	expect( looked( session ) ).toEqual( [ '3 skus' ] );
} );

it( 'leaves excluded products alone, and asks nothing about them', async () => {
	await session.shop.php(
		`return update_post_meta( wc_get_product_id_by_sku( 'Q-10' ), '_keycrm_stock_exclude', 'yes' );`
	);
	remove( session, 'Q-10' );
	await whole( session );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	expect( asked( session ) ).toEqual( [ 'page 1', 'page 2', 'page 3' ] );
	expect( looked( session ) ).toEqual( [] );
	await session.shop.php(
		`return delete_post_meta( wc_get_product_id_by_sku( 'Q-10' ), '_keycrm_stock_exclude' );`
	);
} );

it( 'checks again while it writes, and keeps an offer that has returned meanwhile', async () => {
	remove( session, 'Q-10' );
	await ageWholeRead( session, 24 );
	const preview = await sync( session.shop, 'preview' );
	expect( await noted( session, preview, 'Q-10' ) ).toMatchObject( {
		after: 0,
	} );
	await session.shop.php( `
		global $wpdb;
		$levels = new KeyCrmStock\\Store\\Level\\LevelTable( new KeyCrmStock\\Database\\Database( $wpdb ), static fn () => 0 );
		$found  = $levels->by_skus( array( 'Q-10' ) )['sku:Q-10'][0]->level;
		$levels->store( array( new KeyCrmStock\\Value\\Stock\\StockLevel( $found->offer_id, 'Q-10', 8.0, 0.0, $found->warehouses, $found->read_at + 3600000, '' ) ), 0 );
		return true;` );
	await drive(
		session.shop,
		runSchema.parse(
			await call( session.shop, 'POST', `/runs/${ preview.id }/apply` )
		)
	);
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
} );
