/** Tests refusals of “Sync this product”: when it is impossible, and when the user lacks the right. */
import {
	idOf,
	openProductShop,
	requests,
	runsOf,
} from '../support/product-sync';
import { API, sync } from '../support/session';
import type { Session } from '../support/session';
import { stockOf } from '../support/shops/small-shop';

let session: Session;

beforeAll( async () => {
	session = await openProductShop();
	await sync( session.shop );
} );
afterAll( () => session.stop() );

beforeEach( () => {
	session.keycrm.log.clear();
	session.keycrm.faults.clear();
} );

describe( 'when it cannot be done', () => {
	const refused = async (
		id: number | string,
		as: 'shop_manager' | 'editor' | 'guest' = 'shop_manager'
	) => {
		const { status, json } = await session.shop.request(
			`${ API }/products/${ id }/sync`,
			{ method: 'POST', as, body: {} }
		);
		return { status, json };
	};

	it( 'says for how many seconds KeyCRM accepts no request', async () => {
		session.keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 30 },
			},
			{ next: 1 }
		);
		const id = await idOf( session, 'Q-80' );
		const answer = {
			status: 503,
			json: {
				code: 'keycrm_stock_must_wait',
				message: expect.stringMatching(
					/KeyCRM asks us to slow down .* Try again in \d+ seconds\./
				),
				data: { status: 503 },
			},
		};
		expect( await refused( id ) ).toEqual( answer );
		// The next sync sends no request.
		session.keycrm.log.clear();
		expect( await refused( id ) ).toEqual( answer );
		expect( requests( session ) ).toEqual( [] );
		await session.shop.sql(
			"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
		);
	} );

	it( 'says what is wrong with the key, and creates no run', async () => {
		const before = await runsOf( session );
		session.keycrm.faults.add( { kind: 'status', status: 401 } );
		expect( await refused( await idOf( session, 'Q-80' ) ) ).toMatchObject(
			{
				status: 502,
				json: { code: 'keycrm_stock_unauthorized' },
			}
		);
		expect( await runsOf( session ) ).toEqual( before );
		expect( await stockOf( session, 'Q-80' ) ).toBe( 7 );
	} );

	it( 'says that WooCommerce manages no stock', async () => {
		await session.shop.php(
			`return update_option( 'woocommerce_manage_stock', 'no' );`
		);
		expect( await refused( await idOf( session, 'Q-80' ) ) ).toMatchObject(
			{
				status: 400,
				json: { code: 'keycrm_stock_shop_does_not_manage_stock' },
			}
		);
		await session.shop.php(
			`return update_option( 'woocommerce_manage_stock', 'yes' );`
		);
		expect( requests( session ) ).toEqual( [] );
	} );

	it( 'answers that no product has this id', async () => {
		for ( const id of [ 987_654, '99999999999999999999' ] ) {
			expect( await refused( id ) ).toMatchObject( {
				status: 404,
				json: { code: 'keycrm_stock_product_not_found' },
			} );
		}
	} );

	it( 'requires the right to manage WooCommerce and to edit this product', async () => {
		const id = await idOf( session, 'Q-80' );
		expect( ( await refused( id, 'guest' ) ).status ).toBe( 401 );
		await session.shop.php( `
			foreach ( array( 'edit_product', 'edit_products', 'edit_others_products', 'edit_published_products' ) as $right ) {
				get_role( 'editor' )->add_cap( $right );
			}
			return true;` );
		expect( ( await refused( id, 'editor' ) ).status ).toBe( 403 );
		await session.shop.php(
			`get_role( 'editor' )->add_cap( 'manage_woocommerce' ); get_role( 'editor' )->remove_cap( 'edit_others_products' ); return true;`
		);
		expect( await refused( id, 'editor' ) ).toMatchObject( {
			status: 403,
			json: {
				code: 'rest_forbidden',
				message: expect.stringContaining( 'may not edit this product' ),
			},
		} );
		expect( requests( session ) ).toEqual( [] );
		await session.shop.php(
			`get_role( 'editor' )->add_cap( 'edit_others_products' ); return true;`
		);
		expect( ( await refused( id, 'editor' ) ).status ).toBe( 200 );
	} );
} );
