/** Tests a step that kills its process: after a few deaths at one place the run fails, and says why. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIL_CATCHER, takeEmails } from '../support/recorders/mail-catcher';
import {
	drive,
	openSession,
	save,
	startRun,
	step,
	sync,
	API,
} from '../support/session';
import type { Session } from '../support/session';
import { offers, sell } from '../support/shops/small-shop';

/** Ends the process as a memory or time limit does, without exception or shutdown handler, while the file exists. */
const DEADLY = `<?php
add_filter( 'pre_http_request', static function ( $answer, $args, $url ) {
	if ( is_file( ABSPATH . 'wp-content/deadly' ) && str_contains( $url, '/offers/stocks' ) ) {
		exit;
	}
	return $answer;
}, 10, 3 );
`;

let session: Session;

beforeAll( async () => {
	session = await openSession(
		{ offers: offers( 120 ) },
		{ mu: { deadly: DEADLY, mail_catcher: MAIL_CATCHER } }
	);
	await sell( session, [ 'Q-0', 'Q-60', 'Q-119' ] );
	await save( session.shop, { notify: { after_failures: 1 } } );
} );
afterAll( () => session.stop() );

const file = () => join( session.shop.dir, 'wp-content/deadly' );
const kill = () => writeFileSync( file(), '' );
const live = () => rmSync( file(), { force: true } );

/** Kills a worker in a step, and ends the lease that it leaves behind. */
async function die( id: number ): Promise< void > {
	kill();
	const { text } = await session.shop.request( `${ API }/runs/${ id }/step`, {
		method: 'POST',
		as: 'shop_manager',
	} );
	expect( text ).toBe( '' );
	live();
	await session.shop.sql(
		`UPDATE wp_keycrm_stock_runs SET lease_until = 1 WHERE id = ${ id }`
	);
	await session.shop.sql(
		"DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'"
	);
}

it( 'fails with that reason, and informs the owner', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	for ( let deaths = 0; deaths < 5; deaths++ ) {
		await die( run.id );
	}
	const failed = await step( shop, run.id );
	expect( failed ).toMatchObject( {
		status: 'failed',
		error: {
			code: 'process_died',
			message: expect.stringContaining(
				'The server ended the sync’s process 5 times at the same place'
			),
			hint: expect.stringContaining( 'memory or time' ),
			details: expect.stringContaining( 'Phase read' ),
		},
	} );
	const [ email ] = await takeEmails( shop );
	expect( email?.text ).toContain( '5 times at the same place' );
	expect( ( await sync( shop ) ).status ).toBe( 'succeeded' );
	await takeEmails( shop );
} );

it( 'allows deaths at different places, and a few at one place', async () => {
	const { shop } = session;
	const run = await startRun( shop, 'sync' );
	for ( let deaths = 0; deaths < 4; deaths++ ) {
		await die( run.id );
	}
	const rows = await shop.sql(
		`SELECT deaths FROM wp_keycrm_stock_runs WHERE id = ${ run.id }`
	);
	// The next worker sees the fourth death.
	expect( rows ).toEqual( [ { deaths: '3' } ] );
	session.keycrm.faults.add( { kind: 'status', status: 502 }, { next: 1 } );
	expect( ( await step( shop, run.id ) ).status ).toBe( 'waiting' );
	for ( let deaths = 0; deaths < 4; deaths++ ) {
		await shop.sql(
			`UPDATE wp_keycrm_stock_runs SET resume_at = NULL WHERE id = ${ run.id }`
		);
		await die( run.id );
	}
	expect( await drive( shop, run ) ).toMatchObject( { status: 'succeeded' } );
} );
