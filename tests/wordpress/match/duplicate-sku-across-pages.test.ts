/** Tests two products with the same SKU that are hundreds of products apart. */
import { openSession, sync } from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

/** More products than the plugin reads in one page. */
const COUNT = 520;
const TWICE = 'Q-3';

let session: Session;
let ids: number[];

const numberOf = async ( id: number | undefined ) =>
	Number(
		await session.shop.php(
			`return get_post_meta( ${ id }, '_stock', true );`
		)
	);

beforeAll( async () => {
	const known = offers( COUNT - 1 );
	session = await openSession( { offers: known } );
	ids = await sell( session, [
		...known.map( ( { sku } ) => sku ?? '' ),
		TWICE,
	] );
} );
afterAll( () => session.stop() );

it( 'leaves both alone, in the first run and later', async () => {
	for ( const changed of [ COUNT - 2, 0 ] ) {
		const run = await sync( session.shop );
		expect( run ).toMatchObject( { status: 'succeeded', error: null } );
		expect( run.counts ).toMatchObject( {
			updated: changed,
			unchanged: COUNT - 2 - changed,
			duplicate_in_shop: 2,
		} );
	}
	expect( await numberOf( ids[ 3 ] ) ).toBe( 1 );
	expect( await numberOf( ids.at( -1 ) ) ).toBe( 1 );
	expect( await numberOf( ids[ 4 ] ) ).toBe( 7 );
} );

it( 'writes the remaining product when the other one is deleted', async () => {
	await session.shop.php( `return wp_trash_post( ${ ids.at( -1 ) } );` );
	const run = await sync( session.shop );
	expect( run.counts ).toMatchObject( { updated: 1, duplicate_in_shop: 0 } );
	expect( await numberOf( ids[ 3 ] ) ).toBe( 7 );
} );

it( 'counts every product once when the second one is restored', async () => {
	// WooCommerce changes the SKU of a product that is restored from the bin.
	await session.shop.php( `
		wp_untrash_post( ${ ids.at( -1 ) } );
		update_post_meta( ${ ids.at( -1 ) }, '_sku', '${ TWICE }' );
		return wp_update_post( array( 'ID' => ${ ids.at(
			-1
		) }, 'post_status' => 'publish' ) );` );
	const preview = await sync( session.shop, 'preview' );
	expect( preview.counts ).toMatchObject( {
		updated: 0,
		unchanged: COUNT - 2,
		duplicate_in_shop: 2,
	} );
} );
