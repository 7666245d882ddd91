/** Tests errors of KeyCRM that need a person: the run ends with a helpful sentence, and nothing is half-written. */
import type { Run } from '../../../src-admin/contract';
import type { Fault } from '../../support/keycrm-server';
import {
	numbers,
	openBadInput,
	startAfresh,
} from '../support/faults/bad-input';
import { call, drive, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openBadInput();
} );
afterAll( () => session.stop() );
beforeEach( () => startAfresh( session ) );

/** Expects an error that says what happened, that the stock is safe, and what to do, without jargon or the key. */
function expectHelp( run: Run, code: string ): void {
	expect( run.status ).toBe( 'failed' );
	const { error } = run;
	expect( error?.code ).toBe( code );
	expect( error?.message.length ).toBeGreaterThan( 30 );
	expect( error?.hint.length ).toBeGreaterThan( 15 );
	expect( JSON.stringify( error ) ).not.toContain( session.keycrm.key );
	expect( error?.message ).not.toMatch( /offer|cursor|HTTP|curl|JSON|lease/ );
}

describe( 'ends the run with the reason', () => {
	const CASES: [ string, Fault, string ][] = [
		[ 'a wrong key', { kind: 'status', status: 401 }, 'unauthorized' ],
		[ 'an unpaid account', { kind: 'status', status: 402 }, 'payment' ],
		[ 'a blocked account', { kind: 'status', status: 403 }, 'forbidden' ],
		[
			'a server that stays broken',
			{ kind: 'status', status: 500 },
			'server',
		],
		[
			'a gateway that stays broken',
			{ kind: 'status', status: 502 },
			'server',
		],
		[
			'a service that stays away',
			{ kind: 'status', status: 503 },
			'server',
		],
		[
			'a web page instead of data',
			{ kind: 'body', change: 'html' },
			'not_json',
		],
		[ 'an empty answer', { kind: 'body', change: 'empty' }, 'not_json' ],
		[ 'half an answer', { kind: 'body', change: 'truncated' }, 'not_json' ],
		[
			'an answer without data',
			{ kind: 'body', change: 'data_missing' },
			'not_json',
		],
		[
			'another page than asked for',
			{ kind: 'envelope', change: 'current_page_wrong' },
			'not_json',
		],
	];
	it.each( CASES )( 'with %s', async ( _, fault, code ) => {
		const { shop, keycrm } = session;
		// The fault begins on the second page, when something could be half-written.
		keycrm.faults.add( fault, { after: 1 } );
		const run = await sync( shop );
		expectHelp( run, code );
		expect( await numbers( session ) ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'when a key is revoked while the list is read', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add( { kind: 'rate_limited' }, { page: 2, next: 1 } );
		const run = await step( shop, ( await startRun( shop, 'sync' ) ).id );
		expect( run.progress.done ).toBe( 1 );
		keycrm.world.key = 'another';
		expectHelp( await drive( shop, run ), 'unauthorized' );
		expect( await numbers( session ) ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'when a list never holds still, and nothing else can be asked', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add( { kind: 'shuffle' }, { after: 1 } );
		keycrm.faults.add( { kind: 'filters_ignored' } );
		expectHelp( await sync( shop ), 'list_kept_moving' );
		expect( await numbers( session ) ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'when the catalogue is empty', async () => {
		const { shop, keycrm } = session;
		keycrm.world.reset();
		expectHelp( await sync( shop ), 'empty_catalogue' );
		expect( await numbers( session ) ).toEqual( new Set( [ 1 ] ) );
	} );

	it( 'when a chosen warehouse has vanished', async () => {
		const { shop } = session;
		await call( shop, 'POST', '/settings', { warehouse_ids: [ 1, 77 ] } );
		const run = await sync( shop );
		await call( shop, 'POST', '/settings', { warehouse_ids: [] } );
		expectHelp( run, 'warehouse_vanished' );
		expect( run.error?.message ).toContain( '77' );
		expect( await numbers( session ) ).toEqual( new Set( [ 1 ] ) );
	} );
} );
