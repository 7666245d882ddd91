/** Tests the buffer fields on WooCommerce's own screens, with forms sent as a browser sends them. */
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';
import {
	editPage,
	fieldOf,
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
		phpFile( __dirname, 'buffer-screens-shop.php' )
	);
	[ cap = 0, shirt = 0, small = 0, category = 0 ] = (
		Array.isArray( made ) ? made : []
	).map( Number );
} );
afterAll( () => shop.stop() );

const open = ( path: string ) => openPage( shop, path );
const send = ( path: string, fields: Record< string, string > ) =>
	sendForm( shop, path, fields );

const saved = ( kind: 'post' | 'term', id: number ) =>
	shop.php( `return get_${ kind }_meta( ${ id }, '_keycrm_stock_buffer' );` );

async function saveProduct( id: number, buffer: string ) {
	const html = await open( editPage( id ) );
	return send( '/wp-admin/post.php', {
		action: 'editpost',
		post_type: 'product',
		post_ID: String( id ),
		post_title: 'Cap',
		_wpnonce: fieldOf( html, '_wpnonce' ) ?? '',
		woocommerce_meta_nonce: fieldOf( html, 'woocommerce_meta_nonce' ) ?? '',
		'product-type': 'simple',
		_sku: 'CAP',
		_manage_stock: 'yes',
		_stock: '5',
		_original_stock: '5',
		keycrm_stock_buffer: buffer,
	} );
}

onScreen(
	'keeps a product’s buffer, and removes it when the field is emptied',
	async () => {
		expect(
			fieldOf( await open( editPage( cap ) ), 'keycrm_stock_buffer' )
		).toBe( '' );
		expect( ( await saveProduct( cap, ' 3 ' ) ).status ).toBe( 302 );
		expect( await saved( 'post', cap ) ).toEqual( [ '3' ] );
		expect(
			fieldOf( await open( editPage( cap ) ), 'keycrm_stock_buffer' )
		).toBe( '3' );
		await saveProduct( cap, '0' );
		expect( await saved( 'post', cap ) ).toEqual( [ '0' ] );
		await saveProduct( cap, '' );
		expect( await saved( 'post', cap ) ).toEqual( [] );
	}
);

onScreen(
	'refuses a value that is no number of pieces, shows an error, and keeps the old value',
	async () => {
		await saveProduct( cap, '2' );
		await saveProduct( cap, '<b>-1' );
		expect( await saved( 'post', cap ) ).toEqual( [ '2' ] );
		expect( await open( editPage( cap ) ) ).toContain(
			'The buffer was not saved'
		);
	}
);

onScreen( 'keeps a variation’s buffer', async () => {
	const html = await open( editPage( shirt ) );
	const nonce = ( name: string ) =>
		new RegExp( `"${ name }":"([a-f0-9]+)"` ).exec( html )?.[ 1 ] ?? '';
	const rows = await send( '/wp-admin/admin-ajax.php', {
		action: 'woocommerce_load_variations',
		security: nonce( 'load_variations_nonce' ),
		product_id: String( shirt ),
		per_page: '10',
		page: '1',
	} );
	expect( fieldOf( rows.text, 'keycrm_stock_variation_buffer[0]' ) ).toBe(
		''
	);
	await send( '/wp-admin/admin-ajax.php', {
		action: 'woocommerce_save_variations',
		security: nonce( 'save_variations_nonce' ),
		product_id: String( shirt ),
		'variable_post_id[0]': String( small ),
		'variable_sku[0]': 'SHIRT-S',
		'variable_regular_price[0]': '1',
		'variable_manage_stock[0]': 'on',
		'variable_stock[0]': '5',
		'variation_menu_order[0]': '0',
		'keycrm_stock_variation_buffer[0]': '4',
	} );
	expect( await saved( 'post', small ) ).toEqual( [ '4' ] );
	expect( await saved( 'post', shirt ) ).toEqual( [] );
} );

const NONCE = 'keycrm_stock_category_buffer_nonce';
const CATEGORIES =
	'/wp-admin/edit-tags.php?taxonomy=product_cat&post_type=product';
const categoryPage = () =>
	`/wp-admin/term.php?taxonomy=product_cat&tag_ID=${ category }&post_type=product`;

async function saveCategory( buffer: string, nonce?: string ) {
	const html = await open( categoryPage() );
	return send( '/wp-admin/edit-tags.php', {
		action: 'editedtag',
		taxonomy: 'product_cat',
		tag_ID: String( category ),
		name: 'Gifts',
		_wpnonce: fieldOf( html, '_wpnonce' ) ?? '',
		[ NONCE ]: nonce ?? fieldOf( html, NONCE ) ?? '',
		keycrm_stock_category_buffer: buffer,
	} );
}

onScreen(
	'keeps a category’s buffer, and removes it when the field is emptied',
	async () => {
		await saveCategory( '6' );
		expect( await saved( 'term', category ) ).toEqual( [ '6' ] );
		expect(
			fieldOf(
				await open( categoryPage() ),
				'keycrm_stock_category_buffer'
			)
		).toBe( '6' );
		await saveCategory( '-6' );
		expect( await saved( 'term', category ) ).toEqual( [ '6' ] );
		await saveCategory( '7', 'forged' );
		expect( await saved( 'term', category ) ).toEqual( [ '6' ] );
		await saveCategory( '' );
		expect( await saved( 'term', category ) ).toEqual( [] );
	}
);

onScreen( 'saves the buffer of a new category', async () => {
	const html = await open( CATEGORIES );
	await send( '/wp-admin/admin-ajax.php', {
		action: 'add-tag',
		taxonomy: 'product_cat',
		'tag-name': 'Hats',
		'_wpnonce_add-tag': fieldOf( html, '_wpnonce_add-tag' ) ?? '',
		[ NONCE ]: fieldOf( html, NONCE ) ?? '',
		keycrm_stock_category_buffer: '8',
	} );
	expect(
		await shop.php(
			`return get_term_meta( get_term_by( 'name', 'Hats', 'product_cat' )->term_id, '_keycrm_stock_buffer' );`
		)
	).toEqual( [ '8' ] );
} );

onScreen(
	'leaves buffers unchanged when code saves products and categories without the form',
	async () => {
		await saveCategory( '6' );
		await saveProduct( cap, '2' );
		await shop.php( `
		wp_update_term( ${ category }, 'product_cat', array( 'description' => 'For friends' ) );
		$cap = wc_get_product( ${ cap } );
		$cap->set_name( 'Cap, red' );
		return $cap->save();` );
		expect( await saved( 'term', category ) ).toEqual( [ '6' ] );
		expect( await saved( 'post', cap ) ).toEqual( [ '2' ] );
	}
);

onScreen(
	'leaves no buffers in the database when the plugin is deleted',
	async () => {
		await shop.php( `
		define( 'WP_UNINSTALL_PLUGIN', 'stock-sync-for-keycrm/stock-sync-for-keycrm.php' );
		require WP_PLUGIN_DIR . '/stock-sync-for-keycrm/uninstall.php';
		return true;` );
		expect( await saved( 'term', category ) ).toEqual( [] );
		expect( await saved( 'post', cap ) ).toEqual( [] );
	}
);
