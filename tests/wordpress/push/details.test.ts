/** Tests that names, prices and sale prices stay in step while the shop leads, each only if it is switched on. */
import { lead, push, writes } from '../support/push';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import { openBlank } from '../support/shops/blank-account';
import { NO_WAKE_UP } from '../support/webhooks';

const PRODUCTS = 60;

let session: Session;

beforeAll( async () => {
	session = await openBlank( PRODUCTS, {
		mu: { 'no-wake-up.php': NO_WAKE_UP },
	} );
	await save( session.shop, { guard: { min_products: 1000 } } );
	await lead( session );
} );
afterAll( () => session.stop() );
beforeEach( () => session.keycrm.log.clear() );

/** What KeyCRM has. */
function there( sku: string ): { name: string; price: number | null } {
	const { catalogue } = session.keycrm.world;
	const [ offer ] = catalogue.offersOfSku( sku );
	const product = [ ...catalogue.products.values() ].find( ( { offers } ) =>
		offers.some( ( { id } ) => id === offer?.id )
	);
	return { name: product?.name ?? '', price: offer?.price ?? null };
}

/** Edits a product as its edit screen does. The shop's clock has seconds, so the next sync is a later one. */
const edit = ( sku: string, code: string ) =>
	session.shop.php(
		`$product = wc_get_product( wc_get_product_id_by_sku( '${ sku }' ) ); ${ code } return $product->save();`
	);

/** Nothing was saved for longer than the phase looks back. */
const letTimePass = () =>
	session.shop.sql(
		"UPDATE wp_posts SET post_modified_gmt = post_modified_gmt - INTERVAL 10 MINUTE WHERE post_type = 'product'"
	);

it( 'sends none of it by default', async () => {
	await edit(
		'B-1',
		`$product->set_name( 'Teapot' ); $product->set_regular_price( 77 );`
	);
	await push( session );
	expect( writes( session ) ).toEqual( [] );
	expect( there( 'B-1' ).name ).not.toBe( 'Teapot' );
} );

it( 'sends all prices once, many in one request, and no name', async () => {
	await save( session.shop, { details: { price: true } } );
	expect( ( await push( session ) ).status ).toBe( 'succeeded' );
	expect( there( 'B-1' ).price ).toBe( 77 );
	expect( there( 'B-59' ).price ).toBe( 10 );
	expect( there( 'B-1' ).name ).not.toBe( 'Teapot' );
	expect( writes( session ) ).toEqual( [ 'PUT /offers', 'PUT /offers' ] );
} );

it( 'afterwards asks only for products that were saved', async () => {
	await letTimePass();
	await edit( 'B-2', '$product->set_regular_price( 12.5 );' );
	await push( session );
	expect( there( 'B-2' ).price ).toBe( 12.5 );
	expect( writes( session ) ).toEqual( [ 'PUT /offers' ] );
	expect(
		session.keycrm.log
			.of( 'GET /offers' )
			.filter( ( { query } ) => query[ 'include' ] === 'product' )
			.map( ( { query } ) => query[ 'filter[id]' ]?.split( ',' ).length )
	).toEqual( [ 1 ] );
} );

it( 'sends the price of a sale for as long as it lasts', async () => {
	await save( session.shop, { details: { sale_price: true } } );
	await edit( 'B-3', '$product->set_sale_price( 8 );' );
	await push( session );
	expect( there( 'B-3' ).price ).toBe( 8 );
	await edit( 'B-3', `$product->set_sale_price( '' );` );
	await push( session );
	expect( there( 'B-3' ).price ).toBe( 10 );
} );

it( 'sends names; one that is taken stays as it is, and the rest goes on', async () => {
	await save( session.shop, { details: { name: true } } );
	await edit( 'B-4', `$product->set_name( 'Cup & saucer' );` );
	await edit( 'B-5', `$product->set_name( 'Cup & saucer' );` );
	const run = await push( session );
	expect( run.status ).toBe( 'succeeded' );
	expect( there( 'B-1' ).name ).toBe( 'Teapot' );
	expect( there( 'B-4' ).name ).toBe( 'Cup & saucer' );
	expect( there( 'B-5' ).name ).not.toBe( 'Cup & saucer' );
} );

it( 'leaves excluded products alone', async () => {
	await edit(
		'B-6',
		`$product->set_name( 'Secret' ); $product->update_meta_data( '_keycrm_stock_exclude', 'yes' );`
	);
	await push( session );
	expect( there( 'B-6' ).name ).not.toBe( 'Secret' );
} );

it( 'sends nothing while KeyCRM leads', async () => {
	await save( session.shop, { direction: 'keycrm_to_shop' } );
	await edit(
		'B-7',
		`$product->set_name( 'Jug' ); $product->set_regular_price( 99 );`
	);
	await sync( session.shop );
	expect( writes( session ) ).toEqual( [] );
} );
