/** Tests temporary faults: the run continues without a person. */
import type { Fault } from '../../support/keycrm-server';
import {
	numbers,
	openBadInput,
	startAfresh,
} from '../support/faults/bad-input';
import { drive, startRun, step, sync } from '../support/session';
import type { Session } from '../support/session';

let session: Session;

beforeAll( async () => {
	session = await openBadInput();
} );
afterAll( () => session.stop() );
beforeEach( () => startAfresh( session ) );

describe( 'continues without a person', () => {
	const CASES: [ string, Fault ][] = [
		[
			'after a 429 with Retry-After',
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 5 },
			},
		],
		[ 'after a 429 without', { kind: 'rate_limited' } ],
		[
			'after a 429 with a date',
			{ kind: 'rate_limited', retry_after: { as: 'date', seconds: 5 } },
		],
		[
			'after a 429 that is a web page',
			{ kind: 'rate_limited', body: 'html' },
		],
		[ 'after a 500', { kind: 'status', status: 500 } ],
		[ 'after a 502', { kind: 'status', status: 502 } ],
		[ 'after a 503', { kind: 'status', status: 503 } ],
		[ 'after a web page', { kind: 'body', change: 'html' } ],
		[ 'after an empty answer', { kind: 'body', change: 'empty' } ],
		[ 'after half an answer', { kind: 'body', change: 'truncated' } ],
		[
			'after a broken connection',
			{ kind: 'reset', when: 'before_answer' },
		],
		[
			'after a connection broken in the answer',
			{ kind: 'reset', when: 'in_body' },
		],
		[ 'after a list that moved once', { kind: 'shift', rows: 1 } ],
		[
			'with a mark in front of the answer',
			{ kind: 'body', change: 'bom' },
		],
		[
			'without the number of pages',
			{ kind: 'envelope', change: 'last_page_missing' },
		],
		[ 'without links', { kind: 'envelope', change: 'links_missing' } ],
	];
	it.each( CASES )( '%s', async ( _, fault ) => {
		const { shop, keycrm } = session;
		keycrm.faults.add( fault, { after: 1, next: 1 } );
		const run = await sync( shop );
		expect( run.error ).toBeNull();
		expect( run.status ).toBe( 'succeeded' );
		expect( await numbers( session ) ).toEqual( new Set( [ 7 ] ) );
	} );

	const MOVING: [ string, Fault ][] = [
		[ 'never holds still', { kind: 'shuffle' } ],
		[ 'changes its length all the time', { kind: 'total', by: 1 } ],
	];
	it.each( MOVING )(
		'when the list %s, by asking for the shop’s own products',
		async ( _, fault ) => {
			const { shop, keycrm } = session;
			keycrm.faults.add( fault, { after: 1 } );
			const run = await sync( shop );
			expect( run.error ).toBeNull();
			expect( run.read_plan?.kind ).toBe( 'own' );
			expect( await numbers( session ) ).toEqual( new Set( [ 7 ] ) );
			// The full read failed and left no checkpoint, so the next run tries it again.
			keycrm.faults.clear();
			expect( ( await sync( shop ) ).read_plan?.kind ).toBe( 'whole' );
		}
	);

	it( 'and says how long it waits', async () => {
		const { shop, keycrm } = session;
		keycrm.faults.add(
			{
				kind: 'rate_limited',
				retry_after: { as: 'seconds', seconds: 42 },
			},
			{ next: 1 }
		);
		const run = await step( shop, ( await startRun( shop, 'sync' ) ).id );
		expect( run.status ).toBe( 'waiting' );
		expect( run.waits_for ).toBe( 'limit' );
		const seconds =
			( Date.parse( run.waits_until ?? '' ) - Date.now() ) / 1000;
		expect( seconds ).toBeGreaterThan( 35 );
		expect( seconds ).toBeLessThan( 45 );
		// No step sends a request before the wait is over.
		const asked = keycrm.log.entries().length;
		await step( shop, run.id );
		expect( keycrm.log.entries().length ).toBe( asked );
		expect( ( await drive( shop, run ) ).status ).toBe( 'succeeded' );
	} );
} );
