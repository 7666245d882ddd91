/** Tests the run commands of `wp keycrm-stock` in real WP-CLI processes: their output and exit status. */
import { runSchema } from '../../../src-admin/contract';
import {
	describeNative,
	inKeyCrm,
	numbers,
	openCliSession,
} from '../support/cli-session';
import { call, current } from '../support/session';
import type { Session } from '../support/session';
import { inTerminal, wp } from '../support/wp-cli';

let session: Session;

describeNative( 'wp keycrm-stock', () => {
	beforeAll( async () => {
		session = await openCliSession();
	} );
	afterAll( () => session.stop() );

	it( 'shows the progress of a slow run in a terminal', async () => {
		inKeyCrm( session, 9 );
		// Three pages, of which the second is slow.
		session.keycrm.world.seed( {
			offers: Array.from( { length: 90 }, ( _, place ) => ( {
				sku: `elsewhere-${ place }`,
				quantity: 1,
			} ) ),
		} );
		session.keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 2 },
			},
			{ after: 1, next: 1 }
		);
		const screen = await inTerminal( session.shop, 'sync' );
		expect( screen ).toMatch( /Reading stock from KeyCRM[^]+100%/ );
		expect( screen ).toContain( 'changed the stock of 40 products' );
	} );

	it( 'previews changes, and writes them when asked to apply', async () => {
		const { shop } = session;
		inKeyCrm( session, 7 );
		const shown = await wp( shop, 'preview' );
		expect( shown ).toMatchObject( { status: 0, stderr: '' } );
		expect( shown.stdout ).toMatch( /\tC-3\tProduct C-3\t9\t7\tupdated\n/ );
		expect( shown.stdout ).toContain( '40 products would change' );
		const data = await wp( shop, 'preview', '--format=json' );
		expect( JSON.parse( data.stdout ) ).toHaveLength( 40 );
		expect( await numbers( session ) ).toEqual( new Set( [ 9 ] ) );

		const { run } = await current( shop );
		expect( run ).toMatchObject( { mode: 'preview', trigger: 'cli' } );
		const applied = await wp( shop, 'apply', String( run?.id ) );
		expect( applied ).toEqual( {
			status: 0,
			stderr: '',
			stdout: `Success: Run ${ run?.id } changed the stock of 40 products.\n`,
		} );
		expect( await numbers( session ) ).toEqual( new Set( [ 7 ] ) );
	} );

	it( 'syncs, and prints what the REST route answers', async () => {
		inKeyCrm( session, 8 );
		const { status, stdout } = await wp(
			session.shop,
			'sync',
			'--format=json'
		);
		expect( status ).toBe( 0 );
		const run = runSchema.parse( JSON.parse( stdout ) );
		expect( run ).toMatchObject( {
			trigger: 'cli',
			counts: { updated: 40 },
		} );
		expect( run ).toEqual(
			await call( session.shop, 'GET', `/runs/${ run.id }` )
		);
		expect( ( await wp( session.shop, 'sync' ) ).stdout ).toMatch(
			/^Success: Run \d+ had nothing to change\.\n$/
		);
	} );

	it( 'ends with 3 when a person has to decide, and accepts the decision', async () => {
		const { shop } = session;
		inKeyCrm( session, 0 );
		expect( ( await wp( shop, 'preview' ) ).status ).toBe( 3 );
		const stopped = await wp( shop, 'sync' );
		expect( stopped.status ).toBe( 3 );
		expect( stopped.stderr ).toContain(
			'40 of 40 products in stock would become 0.'
		);
		const id = /confirm (\d+)/.exec( stopped.stdout )?.[ 1 ] ?? '';
		expect( await numbers( session ) ).toEqual( new Set( [ 8 ] ) );
		expect( ( await wp( shop, 'status' ) ).status ).toBe( 3 );

		expect( await wp( shop, 'cancel', id ) ).toMatchObject( {
			status: 0,
			stdout: `Success: Run ${ id } is cancelled.\n`,
		} );
		expect( await wp( shop, 'confirm', id ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'not waiting for a decision' ),
		} );
		const again =
			/confirm (\d+)/.exec(
				( await wp( shop, 'sync' ) ).stdout
			)?.[ 1 ] ?? '';
		expect( await wp( shop, 'confirm', again ) ).toMatchObject( {
			status: 0,
		} );
		expect( await numbers( session ) ).toEqual( new Set( [ 0 ] ) );

		expect(
			await wp( shop, 'undo', again, '--dry-run', '--format=json' )
		).toMatchObject( {
			status: 0,
			stdout: expect.stringContaining( '"back":40' ),
		} );
		expect( await numbers( session ) ).toEqual( new Set( [ 0 ] ) );
		expect( await wp( shop, 'undo', again ) ).toMatchObject( {
			status: 0,
			stdout: expect.stringContaining(
				`took run ${ again } back: 40 products`
			),
		} );
		expect( await numbers( session ) ).toEqual( new Set( [ 8 ] ) );
	} );

	it( 'ends with 1 when the run failed, and says what to do', async () => {
		session.keycrm.faults.add( { kind: 'status', status: 401 } );
		const failed = await wp( session.shop, 'sync' );
		expect( failed ).toMatchObject( { status: 1, stdout: '' } );
		expect( failed.stderr ).toMatch(
			/^Error: Run \d+ failed\. KeyCRM did not accept the API key.*Copy the key from KeyCRM/
		);
		expect( await wp( session.shop, 'status' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining(
				'The last KeyCRM stock sync failed'
			),
		} );
		expect( await wp( session.shop, 'undo', '9999' ) ).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'There is no such run' ),
		} );
		expect(
			await wp( session.shop, 'sync', '--skip-plugins=woocommerce' )
		).toMatchObject( {
			status: 1,
			stderr: expect.stringContaining( 'WooCommerce is not active' ),
		} );
	} );
} );
