/** Tests what the owner may do while the shop leads: undo, sync one product, repair; nothing of it writes the shop's numbers. */
import { runListSchema, runSchema } from '../../../src-admin/contract';
import { markSkus, refresh } from '../support/refresh';
import { call, drive, sync } from '../support/session';
import type { Session } from '../support/session';
import {
	confirmed,
	lead,
	notThere,
	push,
	setStock,
	writes,
} from '../support/push';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import {
	ownStockWrites,
	WATCH_OWN_WRITES,
} from '../support/recorders/own-stock-writes';
import { openSmallShop, inKeyCrm } from '../support/shops/small-shop';
import { NO_WAKE_UP } from '../support/webhooks';

let session: Session;

beforeAll( async () => {
	session = await openSmallShop( 60, 30, {
		'no-wake-up.php': NO_WAKE_UP,
		'own-stock-writes.php': WATCH_OWN_WRITES,
		mail_catcher: MAIL_CATCHER,
	} );
	await sync( session.shop );
	await lead( session );
} );
afterAll( () => session.stop() );
afterEach( () => expect( ownStockWrites( session ) ).toEqual( [] ) );

describe( 'undo', () => {
	it( 'gives KeyCRM back what it had, and the same numbers are not sent again before a person has looked', async () => {
		await setStock( session, 'Q-14', 33 );
		const run = await refresh( session );
		if ( run === undefined ) {
			throw new Error( 'Nothing was sent.' );
		}
		const path = `/runs/${ run.id }/undo`;
		expect( await call( session.shop, 'GET', path ) ).toMatchObject( {
			written: 1,
			back: 1,
			changed_since: 0,
		} );
		const undo = runSchema.parse(
			await call( session.shop, 'POST', path )
		);
		expect( undo ).toMatchObject( { mode: 'undo', side: 'keycrm' } );
		expect( await drive( session.shop, undo ) ).toMatchObject( {
			status: 'succeeded',
			counts: { updated: 1 },
		} );
		expect( await notThere( session ) ).toEqual( [ 'Q-14: 33, 7' ] );

		session.keycrm.log.clear();
		await markSkus( session, 'Q-14' );
		await refresh( session );
		const stopped = await sync( session.shop );
		expect( stopped ).toMatchObject( {
			status: 'needs_confirmation',
			guard: { reasons: [ 'new_direction' ] },
		} );
		expect( writes( session ) ).toEqual( [] );
		await confirmed( session, stopped );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'leaves what somebody has changed in KeyCRM since', async () => {
		await setStock( session, 'Q-14', 34 );
		const run = await refresh( session );
		inKeyCrm( session.keycrm, 'Q-14', 2 );
		const undo = runSchema.parse(
			await call( session.shop, 'POST', `/runs/${ run?.id ?? 0 }/undo` )
		);
		// The level that is known is the one that was read back.
		await session.shop.sql(
			'UPDATE wp_keycrm_stock_levels SET read_at = 1'
		);
		expect( await drive( session.shop, undo ) ).toMatchObject( {
			counts: { updated: 0, changed_since: 1 },
		} );
		await push( session );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

describe( 'while the shop leads', () => {
	const idOf = async ( sku: string ) =>
		Number(
			await session.shop.php(
				`return wc_get_product_id_by_sku( '${ sku }' );`
			)
		);

	it( '“Sync this product” sends it, and writes nothing in the shop', async () => {
		inKeyCrm( session.keycrm, 'Q-18', 400 );
		const answer = await call(
			session.shop,
			'POST',
			`/products/${ await idOf( 'Q-18' ) }/sync`
		);
		expect( JSON.stringify( answer ) ).toContain( 'goes to KeyCRM' );
		await refresh( session );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'stock management is not switched on with KeyCRM’s number', async () => {
		const id = await idOf( 'Q-20' );
		await session.shop.php(
			`$product = wc_get_product( ${ id } ); $product->set_manage_stock( false ); return $product->save();`
		);
		expect( ( await push( session ) ).counts.not_managed ).toBe( 1 );
		expect(
			await call( session.shop, 'POST', '/unmatched/switch-on', {
				product_ids: [ id ],
			} )
		).toMatchObject( {
			done: [],
			left: [ { product_id: id, reason: expect.any( String ) } ],
		} );
		await session.shop.php(
			`$product = wc_get_product( ${ id } ); $product->set_manage_stock( true ); $product->set_stock_quantity( 6 ); return $product->save();`
		);
		await refresh( session );
		expect( await notThere( session ) ).toEqual( [] );
	} );

	it( 'a sync that wrote the shop’s numbers before cannot be undone', async () => {
		const { items } = runListSchema.parse(
			await call( session.shop, 'GET', '/runs?per_page=100' )
		);
		for ( const run of items.filter( ( { side } ) => side === 'shop' ) ) {
			expect(
				await call( session.shop, 'GET', `/runs/${ run.id }/undo` )
			).toMatchObject( { written: 0 } );
		}
	} );

	it( 'a message of KeyCRM about a number that it has moved is answered with the shop’s', async () => {
		inKeyCrm( session.keycrm, 'Q-22', 400 );
		await markSkus( session, 'Q-22' );
		await refresh( session );
		expect( await notThere( session ) ).toEqual( [] );
	} );
} );

describe( 'the guard', () => {
	it( 'stops a shop that has lost its numbers, says so in an e-mail, and KeyCRM keeps its own', async () => {
		await push( session );
		await takeEmails( session.shop );
		session.keycrm.log.clear();
		await session.shop.sql(
			"UPDATE wp_postmeta SET meta_value = 0 WHERE meta_key = '_stock'"
		);
		const stopped = await sync( session.shop );
		expect( stopped ).toMatchObject( {
			status: 'needs_confirmation',
			side: 'keycrm',
			guard: { reasons: [ 'zeroed', 'drop' ] },
		} );
		expect( writes( session ) ).toEqual( [] );
		const [ email ] = await takeEmails( session.shop );
		expect( email?.text ).toContain( 'Nothing has been sent to KeyCRM' );
		expect( email?.text ).not.toContain( 'check the stock in KeyCRM' );
	} );

	it( 'sees an hour of single sales as one', async () => {
		await session.shop.sql(
			"UPDATE wp_postmeta SET meta_value = 7 WHERE meta_key = '_stock'"
		);
		await push( session );
		for ( let place = 0; place < 24; place += 2 ) {
			await setStock( session, `Q-${ place }`, 0 );
			await refresh( session );
		}
		const newest = await refresh( session );
		expect( newest ).toMatchObject( {
			status: 'needs_confirmation',
			side: 'keycrm',
		} );
	} );
} );
