/** Tests exclusion from the product list by quick edit and bulk actions, with forms sent as a browser sends them. */
import { bulkFill } from '../../support/fill/bulk-fill';
import { openShop } from '../../support/worlds/shop';
import type { Role, Shop } from '../../support/worlds/shop';
import { fieldOf, onScreen, openPage, sendForm } from '../support/screens';

const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;
const BOX = 'keycrm_stock_exclude';
const LIST = '/wp-admin/edit.php?post_type=product';

let shop: Shop;
let cap = 0;
let mug = 0;
let shirt = 0;

beforeAll( async () => {
	shop = await openShop();
	[ cap = 0, mug = 0, shirt = 0 ] = await bulkFill( shop, [
		{ ...TEN, sku: 'CAP', name: 'Cap' },
		{ ...TEN, sku: 'MUG', name: 'Mug' },
		{ ...TEN, sku: '', name: 'Shirt', type: 'variable', stock: null },
	] );
} );
afterAll( () => shop.stop() );

const saved = ( id: number ) =>
	shop.php( `return get_post_meta( ${ id }, '_keycrm_stock_exclude' );` );

const unmark = () =>
	shop.php(
		`delete_post_meta_by_key( '_keycrm_stock_exclude' ); wp_cache_flush(); return true;`
	);

async function quickEdit( says: Record< string, string > ) {
	const html = await openPage( shop, LIST );
	return sendForm( shop, '/wp-admin/admin-ajax.php', {
		action: 'inline-save',
		post_type: 'product',
		post_ID: String( cap ),
		post_title: 'CAP',
		post_view: 'list',
		screen: 'edit-product',
		_status: 'publish',
		_inline_edit: fieldOf( html, '_inline_edit' ) ?? '',
		woocommerce_quick_edit: '1',
		woocommerce_quick_edit_nonce:
			fieldOf( html, 'woocommerce_quick_edit_nonce' ) ?? '',
		_sku: 'CAP',
		_regular_price: '1',
		_manage_stock: '1',
		_stock: '5',
		...says,
	} );
}

/** Returns the value by which a product's row tells quick edit whether to tick the box. */
const quickEditValue = ( html: string, id: number ) =>
	new RegExp( `id="inline_${ id }"[\\s\\S]*?class="${ BOX }">(\\w+)<` ).exec(
		html
	)?.[ 1 ];

onScreen(
	'ticks the box in quick edit when the product is excluded, and saves it',
	async () => {
		expect( quickEditValue( await openPage( shop, LIST ), cap ) ).toBe(
			'no'
		);
		const row = await quickEdit( { [ BOX ]: 'yes' } );
		expect( quickEditValue( row.text, cap ) ).toBe( 'yes' );
		expect( await saved( cap ) ).toEqual( [ 'yes' ] );
		const list = await openPage( shop, LIST );
		expect( [
			quickEditValue( list, cap ),
			quickEditValue( list, mug ),
		] ).toEqual( [ 'yes', 'no' ] );
		await quickEdit( {} );
		expect( await saved( cap ) ).toEqual( [ 'yes' ] );
		await quickEdit( { [ BOX ]: 'no' } );
		expect( await saved( cap ) ).toEqual( [] );
	}
);

async function bulk( action: string, ids: number[], as: Role, nonce?: string ) {
	const html = await openPage( shop, LIST, as );
	const query = new URLSearchParams( {
		post_type: 'product',
		action,
		_wpnonce: nonce ?? fieldOf( html, '_wpnonce' ) ?? '',
	} );
	ids.forEach( ( id ) => query.append( 'post[]', String( id ) ) );
	return shop.request( `/wp-admin/edit.php?${ query.toString() }`, { as } );
}

onScreen(
	'excludes several products at once, and includes them again',
	async () => {
		const list = await openPage( shop, LIST );
		expect( list ).toContain( '>Leave alone in KeyCRM sync</option>' );
		expect( list ).toContain( '>Sync with KeyCRM again</option>' );
		const done = await bulk( BOX, [ cap, shirt ], 'shop_manager' );
		expect( done.status ).toBe( 302 );
		expect( await saved( cap ) ).toEqual( [ 'yes' ] );
		expect( await saved( shirt ) ).toEqual( [ 'yes' ] );
		expect( await saved( mug ) ).toEqual( [] );
		expect( done.headers.get( 'location' ) ).toContain(
			'keycrm_stock_excluded=2'
		);
		expect(
			await openPage( shop, `${ LIST }&keycrm_stock_excluded=2` )
		).toContain( '2 products are left alone from now on' );
		await bulk( 'keycrm_stock_include', [ cap ], 'shop_manager' );
		expect( await saved( cap ) ).toEqual( [] );
		expect( await saved( shirt ) ).toEqual( [ 'yes' ] );
	}
);

onScreen(
	'refuses a user who may not edit the product, and a request without the nonce',
	async () => {
		await unmark();
		expect( ( await bulk( BOX, [ cap ], 'editor' ) ).status ).toBe( 403 );
		await bulk( BOX, [ cap ], 'shop_manager', 'forged' );
		expect( await saved( cap ) ).toEqual( [] );
	}
);
