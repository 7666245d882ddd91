/** Tests the sync state column of the product list, and its filter. */
import { z } from 'zod';
import { NAMES, openListedShop } from '../support/shops/listed-shop';
import { onScreen, openPage } from '../support/screens';
import { markSkus, refresh } from '../support/refresh';
import { sync } from '../support/session';
import { inKeyCrm } from '../support/shops/small-shop';
import type { Session } from '../support/session';

const LIST = '/wp-admin/edit.php?post_type=product';

let session: Session;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	( { session, idOf } = await openListedShop() );
} );
afterAll( () => session.stop() );

/** Returns the text of a product's cell, or null if the list has no such column. */
function cell( html: string, name: string ): string | null {
	const found = new RegExp(
		`id="post-${ idOf(
			name
		) }"[\\s\\S]*?<td class='keycrm_stock [^>]*>([\\s\\S]*?)</td>`
	).exec( html )?.[ 1 ];
	return found === undefined
		? null
		: found
				.replace( /<br>/g, ' | ' )
				.replace( /<[^>]*>/g, '' )
				.replace( /\d+ \w+ ago/, 'just now' );
}

onScreen(
	'says before the first sync that nothing has been synced',
	async () => {
		const html = await openPage( session.shop, LIST );
		expect( cell( html, 'new' ) ).toBe( 'Not synced yet' );
		expect( cell( html, 'left' ) ).toBe( 'Left alone by you' );
		expect(
			await openPage( session.shop, `${ LIST }&keycrm_stock_state=right` )
		).toContain( 'No products found' );
	}
);

onScreen(
	'shows the state of each product, and the time of the last sync',
	async () => {
		expect( ( await sync( session.shop ) ).error ).toBeNull();
		const html = await openPage( session.shop, LIST );
		expect(
			Object.fromEntries(
				NAMES.filter( ( name ) => ! name.startsWith( 'shirt-' ) ).map(
					( name ) => [ name, cell( html, name ) ]
				)
			)
		).toEqual( {
			new: 'Right: 3 | just now',
			'in-russian': 'Right: 3 | just now',
			same: 'Right: 10 | just now',
			lost: 'Not in KeyCRM | just now',
			twice: 'Same SKU twice | just now',
			off: 'Stock management is off | just now',
			left: 'Left alone by you',
			shirt: 'Right (1), Not in KeyCRM (1) | just now',
		} );
	}
);

onScreen( 'is hidden from users who may only edit products', async () => {
	await session.shop.php( `
		foreach ( array( 'edit_product', 'edit_products', 'edit_others_products', 'edit_published_products' ) as $right ) {
			get_role( 'editor' )->add_cap( $right );
		}
		return true;` );
	const html = await openPage( session.shop, LIST, 'editor' );
	expect( html ).toContain( `id="post-${ idOf( 'new' ) }"` );
	expect( cell( html, 'new' ) ).toBeNull();
	expect( html ).not.toContain( 'keycrm_stock_state' );
} );

const SERVICES = `
	global $wpdb;
	$services = new KeyCrmStock\\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );`;

/** Returns the products that the filter lets through, as WP_Query finds them. */
async function filtered( state: string ): Promise< string[] > {
	const found = await session.shop.php( `
		${ SERVICES }
		$where = $services->product_state_filter->where( KeyCrmStock\\Value\\Stock\\ProductSyncState::from( '${ state }' ) );
		add_filter( 'posts_where', static fn ( string $sql ): string => $sql . $where );
		$query = new WP_Query( array( 'post_type' => 'product', 'fields' => 'ids', 'posts_per_page' => 50 ) );
		return array( $query->posts, $wpdb->last_error );` );
	const [ posts, error ] = z
		.tuple( [ z.array( z.number() ), z.string() ] )
		.parse( found );
	expect( error ).toBe( '' );
	return NAMES.filter( ( name ) => posts.includes( idOf( name ) ) );
}

it( 'filters by state, and a variable product by the states of its variations', async () => {
	await sync( session.shop );
	expect( await filtered( 'right' ) ).toEqual( [
		'new',
		'same',
		'shirt',
		'in-russian',
	] );
	expect( await filtered( 'not_in_keycrm' ) ).toEqual( [ 'lost', 'shirt' ] );
	expect( await filtered( 'duplicate' ) ).toEqual( [ 'twice' ] );
	expect( await filtered( 'not_managed' ) ).toEqual( [ 'off' ] );
	expect( await filtered( 'failed' ) ).toEqual( [] );
	expect( await filtered( 'left_alone' ) ).toEqual( [ 'left' ] );
} );

onScreen( 'shows what a refresh has written since the last sync', async () => {
	inKeyCrm( session.keycrm, 'same', 2 );
	await markSkus( session, 'same' );
	await refresh( session );
	const html = await openPage( session.shop, LIST );
	expect( cell( html, 'same' ) ).toBe( 'Right: 2 | just now' );
	expect( cell( html, 'new' ) ).toBe( 'Right: 3 | just now' );
} );

it( 'shows a new exclusion at once, without a sync', async () => {
	const category = Number(
		await session.shop.php( `
			$above    = wp_insert_term( 'Above', 'product_cat' )['term_id'];
			$category = wp_insert_term( 'Below', 'product_cat', array( 'parent' => $above ) )['term_id'];
			update_term_meta( $above, '_keycrm_stock_exclude', 'yes' );
			wp_set_object_terms( ${ idOf( 'shirt' ) }, array( $category ), 'product_cat' );
			update_post_meta( ${ idOf( 'in-russian' ) }, '_keycrm_stock_exclude', 'yes' );
			return $category;` )
	);
	expect( await filtered( 'left_alone' ) ).toEqual( [
		'new',
		'left',
		'shirt',
		'in-russian',
	] );
	expect( await filtered( 'right' ) ).toEqual( [ 'same' ] );
	expect( await filtered( 'not_in_keycrm' ) ).toEqual( [ 'lost' ] );
	await session.shop.php( `
		wp_remove_object_terms( ${ idOf( 'shirt' ) }, ${ category }, 'product_cat' );
		return delete_post_meta( ${ idOf(
			'in-russian'
		) }, '_keycrm_stock_exclude' );` );
} );

onScreen(
	'filters the list on the screen, and names the chosen state',
	async () => {
		const html = await openPage(
			session.shop,
			`${ LIST }&keycrm_stock_state=not_in_keycrm`
		);
		expect( [ cell( html, 'lost' ), cell( html, 'same' ) ] ).toEqual( [
			'Not in KeyCRM | just now',
			null,
		] );
		expect( html ).toMatch( /value="not_in_keycrm"\s+selected/ );
		expect(
			cell(
				await openPage(
					session.shop,
					`${ LIST }&keycrm_stock_state=${ encodeURIComponent(
						"' OR 1=1"
					) }`
				),
				'same'
			)
		).not.toBeNull();
	}
);

it( 'runs the same few statements for any number of products and variations', async () => {
	const count = ( ...names: string[] ) =>
		session.shop.php( `
			${ SERVICES }
			$before = $wpdb->num_queries;
			$services->product_states->for_products( array( ${ names
				.map( idOf )
				.join( ', ' ) } ) );
			return $wpdb->num_queries - $before;` );
	const few = await count( 'new' );
	expect( few ).toBeLessThanOrEqual( 10 );
	expect( await count( 'new', 'same', 'lost', 'left', 'shirt' ) ).toBe( few );
} );
