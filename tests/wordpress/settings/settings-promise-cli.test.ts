/** Tests applying and confirming by WP-CLI after the settings were changed. */
import { describeNative } from '../support/cli-session';
import {
	COUNT,
	inKeyCrm,
	inShop,
	openPromiseShop,
	startAgain,
} from '../support/shops/promise-shop';
import { current } from '../support/session';
import type { Session } from '../support/session';
import { installWpCli, wp } from '../support/wp-cli';

describeNative( 'wp keycrm-stock', () => {
	let session: Session;
	beforeAll( async () => {
		installWpCli();
		session = await openPromiseShop();
	} );
	afterAll( () => session.stop() );
	beforeEach( () => startAgain( session ) );

	it( 'apply and confirm behave as on the screen', async () => {
		const { shop } = session;
		inKeyCrm( session, 12 );
		await wp( shop, 'preview' );
		const { run } = await current( shop );
		await wp( shop, 'settings', 'set', 'buffer', '1000' );
		const applied = await wp( shop, 'apply', String( run?.id ) );
		expect( applied.stderr ).toContain( 'stopped before changing' );
		expect( await inShop( session ) ).toEqual( { 10: COUNT } );
		await wp( shop, 'settings', 'set', 'buffer', '2000' );
		const confirmed = await wp( shop, 'confirm', String( run?.id ) );
		expect( confirmed.stderr ).toContain( 'stopped before changing' );
		expect( await inShop( session ) ).toEqual( { 10: COUNT } );
		const output = await wp(
			shop,
			'confirm',
			String( run?.id ),
			'--format=json'
		);
		expect( JSON.parse( output.stdout ) ).toMatchObject( {
			status: 'succeeded',
			settings_changed: false,
		} );
		expect( await inShop( session ) ).toEqual( { 0: COUNT } );
	} );
} );
