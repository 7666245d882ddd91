/** Tests `wp keycrm-stock sync` while a screen or the queue works too, under KeyCRM's rate limit, and with Ctrl+C. */
import {
	describeNative,
	inKeyCrm,
	numbers,
	openCliSession,
} from '../support/cli-session';
import { current, letTimePass, startRun } from '../support/session';
import type { Session } from '../support/session';
import { startWp, wp } from '../support/wp-cli';

let session: Session;

describeNative( 'wp keycrm-stock', () => {
	beforeAll( async () => {
		session = await openCliSession();
	} );
	afterAll( () => session.stop() );

	it( 'helps a sync that is already running, and ends with 2 while a run of another mode is active', async () => {
		const { shop } = session;
		inKeyCrm( session, 5 );
		const preview = await startRun( shop, 'preview' );
		expect( await wp( shop, 'sync' ) ).toMatchObject( {
			status: 2,
			stderr: expect.stringContaining( `It is run ${ preview.id }` ),
		} );
		expect( await wp( shop, 'cancel' ) ).toMatchObject( { status: 0 } );
		const begun = await startRun( shop, 'sync' );
		expect( await wp( shop, 'sync' ) ).toMatchObject( {
			status: 0,
			stdout: `Success: Run ${ begun.id } changed the stock of 40 products.\n`,
		} );
		expect( await numbers( session ) ).toEqual( new Set( [ 5 ] ) );
	} );

	it( 'waits as long as KeyCRM asks for', async () => {
		inKeyCrm( session, 6 );
		session.keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 4 },
			},
			{ next: 1 }
		);
		const began = Date.now();
		expect( await wp( session.shop, 'sync' ) ).toMatchObject( {
			status: 0,
		} );
		expect( Date.now() - began ).toBeGreaterThan( 4000 );
		expect( await numbers( session ) ).toEqual( new Set( [ 6 ] ) );
	} );

	it( 'leaves the run to the queue on Ctrl+C', async () => {
		const { shop } = session;
		inKeyCrm( session, 4 );
		session.keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 120 },
			},
			{ next: 1 }
		);
		const command = startWp( shop, [ 'sync' ] );
		while ( ( await current( shop ) ).run?.status !== 'waiting' ) {
			await new Promise( ( resolve ) => setTimeout( resolve, 200 ) );
		}
		command.interrupt();
		expect( await command.ended ).toMatchObject( {
			status: 130,
			stderr: expect.stringContaining( 'goes on by itself' ),
		} );
		await letTimePass( shop );
		await shop.php( `
			global $wpdb;
			$wpdb->query( "UPDATE {$wpdb->prefix}actionscheduler_actions SET scheduled_date_gmt = '2020-01-01' WHERE hook = 'keycrm_stock_step' AND status = 'pending'" );
			ActionScheduler::runner()->run();
			return true;
		` );
		expect( await numbers( session ) ).toEqual( new Set( [ 4 ] ) );
	} );
} );
