/** Tests `wp keycrm-stock settings`. */
import { describeNative } from '../support/cli-session';
import { call, openSession } from '../support/session';
import type { Session } from '../support/session';
import { installWpCli, startWp, wp } from '../support/wp-cli';

let session: Session;

describeNative( 'wp keycrm-stock settings', () => {
	beforeAll( async () => {
		installWpCli();
		session = await openSession( { offers: [] } );
		await wp( session.shop, 'settings', 'set', 'schedule.enabled', 'true' );
	} );
	afterAll( () => session.stop() );

	it( 'changes settings within the limits of the screen, and reschedules the queue', async () => {
		const { shop } = session;
		const set = ( name: string, value: string ) =>
			wp( shop, 'settings', 'set', name, value );
		expect( await set( 'buffer', '3' ) ).toMatchObject( { status: 0 } );
		expect( await set( 'warehouse_ids', '[1,4]' ) ).toMatchObject( {
			status: 0,
		} );
		expect(
			await set( 'notify.emails', '["a@example.com"]' )
		).toMatchObject( { status: 0 } );
		expect( await set( 'schedule.every_minutes', '60' ) ).toMatchObject( {
			status: 0,
		} );
		expect( await call( shop, 'GET', '/settings' ) ).toMatchObject( {
			buffer: 3,
			warehouse_ids: [ 1, 4 ],
			notify: { emails: [ 'a@example.com' ], after_failures: 3 },
			schedule: { enabled: true, every_minutes: 60 },
		} );
		expect(
			await shop.php(
				`return count( as_get_scheduled_actions( array( 'hook' => 'keycrm_stock_start', 'args' => array( 60 ), 'status' => 'pending' ), 'ids' ) );`
			)
		).toBe( 1 );
		expect( await set( 'warehouse_ids', '[]' ) ).toMatchObject( {
			status: 0,
		} );
		expect( await set( 'schedule.every_minutes', '7' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining(
				'schedule.every_minutes: Choose one of 5, 15'
			),
		} );
		expect( await set( 'buffer', '-1' ) ).toMatchObject( { status: 1 } );
		expect( await set( 'bufer', '1' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'There is no setting “bufer”' ),
		} );
		expect( ( await wp( shop, 'settings', 'get', 'buffer' ) ).stdout ).toBe(
			'3\n'
		);
		expect(
			JSON.parse(
				( await wp( shop, 'settings', 'get', '--format=json' ) ).stdout
			)
		).toContainEqual( { name: 'schedule.every_minutes', value: '60' } );
	} );

	it( 'says that nothing has been compared when no sync has run', async () => {
		expect( await wp( session.shop, 'out-of-step' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'not been compared yet' ),
		} );
	} );

	it( 'takes the API key from standard input, and never prints it', async () => {
		const { shop, keycrm } = session;
		const give = ( key: string ) =>
			startWp( shop, [ 'settings', 'set', 'api_key', '-' ], key ).ended;
		expect(
			await wp( shop, 'settings', 'set', 'api_key', keycrm.key )
		).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'standard input' ),
		} );
		expect( await give( 'two words' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'space' ),
		} );
		expect( await give( '' ) ).toMatchObject( { status: 0 } );
		expect(
			( await wp( shop, 'settings', 'get', 'api_key' ) ).stdout
		).toBe( 'none\n' );
		expect( await wp( shop, 'sync' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'There is no KeyCRM API key' ),
		} );
		const saved = await give( `"Bearer ${ keycrm.key }"\n` );
		expect( saved ).toEqual( {
			status: 0,
			stdout: 'Success: Saved.\n',
			stderr: '',
		} );
		const all = await wp( shop, 'settings', 'get' );
		expect( all.stdout ).toContain( 'api_key\toption\n' );
		expect( all.stdout ).not.toContain( keycrm.key );
		expect( await call( shop, 'POST', '/connection', {} ) ).toMatchObject( {
			ok: true,
		} );
	} );
} );
