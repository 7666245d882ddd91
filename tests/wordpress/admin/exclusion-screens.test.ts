/** Tests the exclusion checkboxes on WooCommerce's own screens, with forms sent as a browser sends them. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	editPage,
	fieldOf,
	isTicked,
	onScreen,
	openPage,
	sendForm,
} from '../support/screens';

let shop: Shop;
let cap = 0;
let shirt = 0;
let small = 0;
let category = 0;

beforeAll( async () => {
	shop = await openShop();
	const made = await shop.php(
		phpFile( __dirname, 'exclusion-screens-shop.php' )
	);
	[ cap = 0, shirt = 0, small = 0, category = 0 ] = (
		Array.isArray( made ) ? made : []
	).map( Number );
} );
afterAll( () => shop.stop() );

const BOX = 'keycrm_stock_exclude';

const saved = ( kind: 'post' | 'term', id: number ) =>
	shop.php(
		`return get_${ kind }_meta( ${ id }, '_keycrm_stock_exclude' );`
	);

async function saveProduct( box: Record< string, string > ) {
	const html = await openPage( shop, editPage( cap ) );
	return sendForm( shop, '/wp-admin/post.php', {
		action: 'editpost',
		post_type: 'product',
		post_ID: String( cap ),
		post_title: 'CAP',
		_wpnonce: fieldOf( html, '_wpnonce' ) ?? '',
		woocommerce_meta_nonce: fieldOf( html, 'woocommerce_meta_nonce' ) ?? '',
		'product-type': 'simple',
		_sku: 'CAP',
		_manage_stock: 'yes',
		_stock: '5',
		_original_stock: '5',
		...box,
	} );
}

onScreen( 'saves the checkbox of a product', async () => {
	expect( isTicked( await openPage( shop, editPage( cap ) ), BOX ) ).toBe(
		false
	);
	await saveProduct( { [ BOX ]: 'yes' } );
	expect( await saved( 'post', cap ) ).toEqual( [ 'yes' ] );
	expect( isTicked( await openPage( shop, editPage( cap ) ), BOX ) ).toBe(
		true
	);
	await saveProduct( {} );
	await saveProduct( { [ BOX ]: 'maybe' } );
	expect( await saved( 'post', cap ) ).toEqual( [ 'yes' ] );
	await saveProduct( { [ BOX ]: 'no' } );
	expect( await saved( 'post', cap ) ).toEqual( [] );
} );

onScreen( 'saves the checkbox of a variation', async () => {
	const html = await openPage( shop, editPage( shirt ) );
	const nonce = ( name: string ) =>
		new RegExp( `"${ name }":"([a-f0-9]+)"` ).exec( html )?.[ 1 ] ?? '';
	const rows = () =>
		sendForm( shop, '/wp-admin/admin-ajax.php', {
			action: 'woocommerce_load_variations',
			security: nonce( 'load_variations_nonce' ),
			product_id: String( shirt ),
			per_page: '10',
			page: '1',
		} );
	const box = 'keycrm_stock_variation_exclude[0]';
	const save = ( says: string ) =>
		sendForm( shop, '/wp-admin/admin-ajax.php', {
			action: 'woocommerce_save_variations',
			security: nonce( 'save_variations_nonce' ),
			product_id: String( shirt ),
			'variable_post_id[0]': String( small ),
			'variable_sku[0]': 'SHIRT-S',
			'variable_regular_price[0]': '1',
			'variable_manage_stock[0]': 'on',
			'variable_stock[0]': '5',
			'variation_menu_order[0]': '0',
			[ box ]: says,
		} );
	expect( isTicked( ( await rows() ).text, box ) ).toBe( false );
	await save( 'yes' );
	expect( await saved( 'post', small ) ).toEqual( [ 'yes' ] );
	expect( await saved( 'post', shirt ) ).toEqual( [] );
	expect( isTicked( ( await rows() ).text, box ) ).toBe( true );
	await save( 'no' );
	expect( await saved( 'post', small ) ).toEqual( [] );
} );

const CATEGORY = 'keycrm_stock_category_exclude';
const categoryPage = () =>
	`/wp-admin/term.php?taxonomy=product_cat&tag_ID=${ category }&post_type=product`;

async function saveCategory( says: string, nonce?: string ) {
	const html = await openPage( shop, categoryPage() );
	return sendForm( shop, '/wp-admin/edit-tags.php', {
		action: 'editedtag',
		taxonomy: 'product_cat',
		tag_ID: String( category ),
		name: 'Gifts',
		_wpnonce: fieldOf( html, '_wpnonce' ) ?? '',
		keycrm_stock_category_exclude_nonce:
			nonce ??
			fieldOf( html, 'keycrm_stock_category_exclude_nonce' ) ??
			'',
		[ CATEGORY ]: says,
	} );
}

onScreen( 'saves the checkbox of a category', async () => {
	const ticked = async () =>
		isTicked( await openPage( shop, categoryPage() ), CATEGORY );
	expect( await ticked() ).toBe( false );
	await saveCategory( 'yes', 'forged' );
	expect( await saved( 'term', category ) ).toEqual( [] );
	await saveCategory( 'yes' );
	expect( await saved( 'term', category ) ).toEqual( [ 'yes' ] );
	expect( await ticked() ).toBe( true );
	await shop.php(
		`return wp_update_term( ${ category }, 'product_cat', array( 'description' => 'For friends' ) );`
	);
	expect( await saved( 'term', category ) ).toEqual( [ 'yes' ] );
	await saveCategory( 'no' );
	expect( await saved( 'term', category ) ).toEqual( [] );
} );

onScreen( 'saves the checkbox of a new category', async () => {
	const html = await openPage(
		shop,
		'/wp-admin/edit-tags.php?taxonomy=product_cat&post_type=product'
	);
	await sendForm( shop, '/wp-admin/admin-ajax.php', {
		action: 'add-tag',
		taxonomy: 'product_cat',
		'tag-name': 'Hats',
		'_wpnonce_add-tag': fieldOf( html, '_wpnonce_add-tag' ) ?? '',
		keycrm_stock_category_exclude_nonce:
			fieldOf( html, 'keycrm_stock_category_exclude_nonce' ) ?? '',
		[ CATEGORY ]: 'yes',
	} );
	expect(
		await shop.php(
			`return get_term_meta( get_term_by( 'name', 'Hats', 'product_cat' )->term_id, '_keycrm_stock_exclude' );`
		)
	).toEqual( [ 'yes' ] );
} );

onScreen(
	'leaves no exclusions in the database when the plugin is deleted',
	async () => {
		await saveProduct( { [ BOX ]: 'yes' } );
		await saveCategory( 'yes' );
		await shop.php( `
		define( 'WP_UNINSTALL_PLUGIN', 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
		require WP_PLUGIN_DIR . '/stock-sync-for-keycrm/uninstall.php';
		return true;` );
		expect( await saved( 'post', cap ) ).toEqual( [] );
		expect( await saved( 'term', category ) ).toEqual( [] );
	}
);
