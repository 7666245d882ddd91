/** Tests `wp keycrm-stock fill` and a sync in the other direction in real WP-CLI processes. */
import { describeNative } from '../support/cli-session';
import { sent, writes } from '../support/push';
import { save } from '../support/session';
import type { Session } from '../support/session';
import { wrongNumbers } from '../support/shelf';
import { openBlank } from '../support/shops/blank-account';
import { installWpCli, wp } from '../support/wp-cli';

jest.setTimeout( 300_000 );

let session: Session;

describeNative( 'wp keycrm-stock', () => {
	beforeAll( async () => {
		installWpCli();
		session = await openBlank( 6 );
	} );
	afterAll( () => session.stop() );

	it( 'fill says which setting it lacks', async () => {
		const answer = await wp( session.shop, 'fill' );
		expect( answer.status ).not.toBe( 0 );
		expect( answer.stderr ).toContain( 'no KeyCRM warehouse is chosen' );
	} );

	it( 'fill prints the list and asks; a sync meanwhile leaves it; confirm sends', async () => {
		const { shop } = session;
		await wp( shop, 'settings', 'set', 'push_warehouse_id', '1' );
		const shown = await wp( shop, 'fill' );
		expect( shown.status ).toBe( 3 );
		expect( shown.stdout ).toContain( 'B-5' );
		const [ , id = '' ] =
			/keycrm-stock confirm (\d+)/.exec( shown.stdout ) ?? [];
		expect( writes( session ) ).toEqual( [] );
		// KeyCRM has nothing, so the sync asks too.
		expect( ( await wp( shop, 'preview' ) ).status ).toBeLessThanOrEqual(
			3
		);
		const done = await wp( shop, 'confirm', id );
		expect( done ).toMatchObject( { status: 0 } );
		expect( done.stdout ).toContain(
			`Run ${ id } sent the stock of 6 products to KeyCRM.`
		);
		expect( await wrongNumbers( session ) ).toEqual( [] );
		expect( ( await wp( shop, 'sync' ) ).stdout ).toContain(
			'nothing to change'
		);
	} );

	it( 'sync sends while the shop leads', async () => {
		const { shop } = session;
		await wp( shop, 'settings', 'set', 'direction', 'shop_to_keycrm' );
		await shop.sql(
			"UPDATE wp_postmeta SET meta_value = meta_value + 5 WHERE meta_key = '_stock'"
		);
		const asked = await wp( shop, 'sync' );
		expect( asked.status ).toBe( 3 );
		const [ , id = '' ] =
			/keycrm-stock confirm (\d+)/.exec( asked.stdout ) ?? [];
		expect( ( await wp( shop, 'confirm', id ) ).stdout ).toContain(
			'sent the stock of 6 products'
		);
		expect( sent( session ).at( -1 )?.stocks ).toHaveLength( 6 );
		await save( shop, { direction: 'keycrm_to_shop' } );
	} );
} );
