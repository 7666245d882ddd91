/** “Sync this product” in the list of products: a link, and what came of it on top of the same list. */
import { onScreen, openPage } from '../support/screens';
import { requests } from '../support/product-sync';
import { save, sync } from '../support/session';
import type { Session } from '../support/session';
import { inKeyCrm, openSmallShop, stockOf } from '../support/shops/small-shop';

const LIST = '/wp-admin/edit.php?post_type=product';

let session: Session;
let hat = 0;

beforeAll( async () => {
	session = await openSmallShop( 4, 2 );
	await save( session.shop, {
		guard: { min_products: 1000 },
		hold_orders: { mode: 'off', detect: false },
	} );
	await sync( session.shop );
	hat = Number(
		await session.shop.php( `return wc_get_product_id_by_sku( 'Q-0' );` )
	);
} );
afterAll( () => session.stop() );
beforeEach( () => session.keycrm.log.clear() );

/** The address of the product's link; undefined where there is none. */
function linkOf( html: string, product: number ): string | undefined {
	const found = new RegExp(
		`href="[^"]*(/wp-admin/[^"]*keycrm_stock_sync=${ product }[^"]*)"`
	).exec( html )?.[ 1 ];
	return found?.replaceAll( '&#038;', '&' ).replaceAll( '&amp;', '&' );
}

/** The notice of the page, in words. */
const noticeOf = ( html: string ): string | undefined =>
	/<div class="notice notice-(\w+ is-dismissible"><p>(?:(?!<\/p>)[\s\S])*(?:Stock|KeyCRM)(?:(?!<\/p>)[\s\S])*)<\/p>/
		.exec( html )?.[ 1 ]
		?.replace( ' is-dismissible"><p>', ': ' );

onScreen(
	'syncs the product before the list is drawn, and says so',
	async () => {
		inKeyCrm( session.keycrm, 'Q-0', 5 );
		const link = linkOf(
			await openPage( session.shop, `${ LIST }&orderby=title` ),
			hat
		);
		expect( link ).toContain( 'orderby=title' );
		const page = await openPage( session.shop, link ?? '' );
		expect( noticeOf( page ) ).toBe(
			'success: Stock is now 5 (was 7). In KeyCRM: 5 in Основний = 5 for sale.'
		);
		expect( await stockOf( session, 'Q-0' ) ).toBe( 5 );
		expect( requests( session ) ).toHaveLength( 1 );
		// Links of the page that follows do not do it again, but for the rows' own.
		expect( page ).not.toMatch(
			/<th[^>]*>\s*<a href="[^"]*keycrm_stock_sync/
		);
	}
);

onScreen( 'does nothing without the link’s nonce', async () => {
	inKeyCrm( session.keycrm, 'Q-0', 6 );
	const page = await openPage(
		session.shop,
		`${ LIST }&keycrm_stock_sync=${ hat }&_wpnonce=wrong`
	);
	expect( page ).toContain( 'expired' );
	expect( await stockOf( session, 'Q-0' ) ).toBe( 5 );
	expect( requests( session ) ).toEqual( [] );
} );

onScreen( 'says what is wrong', async () => {
	const link = linkOf( await openPage( session.shop, LIST ), hat );
	session.keycrm.faults.add( { kind: 'status', status: 401 } );
	expect( noticeOf( await openPage( session.shop, link ?? '' ) ) ).toMatch(
		/^error: KeyCRM/
	);
	session.keycrm.faults.clear();
} );

onScreen( 'is not for those who may only edit products', async () => {
	await session.shop.php( `
		foreach ( array( 'edit_product', 'edit_products', 'edit_others_products', 'edit_published_products' ) as $right ) {
			get_role( 'editor' )->add_cap( $right );
		}
		return true;` );
	const page = await openPage( session.shop, LIST, 'editor' );
	expect( page ).toContain( `id="post-${ hat }"` );
	expect( linkOf( page, hat ) ).toBeUndefined();
	await openPage(
		session.shop,
		linkOf( await openPage( session.shop, LIST ), hat ) ?? '',
		'editor'
	);
	expect( requests( session ) ).toEqual( [] );
} );
