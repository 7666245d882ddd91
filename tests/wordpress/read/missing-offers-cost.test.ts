/**
 * Measures the requests of the second check: once a day for products that KeyCRM does not have, none for
 * excluded ones.
 */
import {
	restoreOffers,
	numbers,
	openRemovedOffersShop,
	whole,
} from '../support/removed-offers';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	inKeyCrm,
	looked,
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
	await restoreOffers( session );
	await save( session.shop, { gone: 'leave' } );
	session.keycrm.log.clear();
	session.keycrm.world.behave( { zeros_in_stocks: 'left_out' } );
} );

async function alsoSell( ...skus: string[] ): Promise< void > {
	added = await sell( session, skus );
}

const FOREIGN = Array.from( { length: 100 }, ( _, n ) => `FOREIGN-${ n }` );

it( 'asks for products that KeyCRM does not have once a day', async () => {
	await alsoSell( ...FOREIGN );
	expect( ( await whole( session ) ).counts.not_in_keycrm ).toBe( 100 );
	expect( looked( session ) ).toEqual( [ '50 skus', '50 skus', '6 skus' ] );
	session.keycrm.log.clear();
	expect( ( await whole( session ) ).counts.not_in_keycrm ).toBe( 100 );
	await sync( session.shop );
	expect( looked( session ) ).toEqual( [] );

	await session.shop.sql(
		'UPDATE wp_keycrm_stock_asked_skus SET asked_at = asked_at - 23 * 3600000'
	);
	await whole( session );
	expect( looked( session ) ).toHaveLength( 3 );
} );

it( 'asks at once for a product with a new SKU', async () => {
	await alsoSell( ...FOREIGN );
	await whole( session );
	session.keycrm.log.clear();
	session.keycrm.world.seed( {
		offers: [ { sku: 'ours', quantity: 0 } ],
	} );
	await session.shop.php(
		`$product = wc_get_product( wc_get_product_id_by_sku( 'FOREIGN-5' ) ); $product->set_sku( 'ours' ); return $product->save();`
	);
	await whole( session );
	expect( looked( session ) ).toEqual( [ '3 skus' ] );
	expect( await stockOf( session, 'ours' ) ).toBe( 0 );
} );

it( 'asks again for products that another account did not have', async () => {
	await alsoSell( 'FOREIGN-0' );
	await whole( session );
	session.keycrm.log.clear();
	await session.shop.php( `
		$read = get_option( 'keycrm_stock_whole_read' );
		$read['account'] = 'another';
		return update_option( 'keycrm_stock_whole_read', $read, false );` );
	await sync( session.shop );
	expect( looked( session ) ).toEqual( [ '3 skus' ] );
} );

it( 'asks for no excluded product', async () => {
	await alsoSell( 'FOREIGN-0' );
	inKeyCrm( session.keycrm, 'Q-10', 0 );
	const mark = ( what: string ) =>
		session.shop.php( `
			foreach ( array( 'Q-10', 'FOREIGN-0' ) as $sku ) {
				${ what }_post_meta( wc_get_product_id_by_sku( $sku ), '_keycrm_stock_exclude', 'yes' );
			}
			return true;` );
	await mark( 'update' );
	await whole( session );
	expect( looked( session ) ).toEqual( [] );
	expect( await numbers( session ) ).toEqual( [ 7, 7, 7 ] );
	await mark( 'delete' );
} );

it( 'asks in pages of 50', async () => {
	await alsoSell( ...FOREIGN );
	session.keycrm.world.seed( {
		offers: FOREIGN.map( ( sku ) => ( { sku, quantity: 2 } ) ),
	} );
	await whole( session );
	FOREIGN.forEach( ( sku ) => inKeyCrm( session.keycrm, sku, 0 ) );
	session.keycrm.log.clear();
	const run = await whole( session );
	expect( run.counts ).toMatchObject( {
		updated: 100,
		not_in_keycrm: 0,
	} );
	expect( looked( session ) ).toEqual( [ '50 ids', '50 ids', '6 ids' ] );
	expect( run.requests ).toBe( 6 );
} );
