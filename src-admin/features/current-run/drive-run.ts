import { ApiError } from '../../api/api-error';
import type { Run } from '../../contract';
import { sleep } from '../../lib/sleep';
import { isActive } from './run-facts';

/** Pause while another worker holds the lease. */
const STEP_AGAIN_MS = 2_000;
/** We do not wait longer, because the run may be cancelled elsewhere in the meantime. */
const LONGEST_WAIT_MS = 15_000;
const PAUSES_AFTER_ERROR_MS = [ 3_000, 6_000, 12_000, 30_000 ];

export interface RunDriver {
	step: ( id: number ) => Promise< Run >;
	/** The server's time. */
	now: () => number;
	onRun: ( run: Run ) => void;
	/** A step failed; null: a later one succeeded. */
	onConnectionError: ( error: ApiError | null ) => void;
	/** The run no longer exists. */
	onRunUnknown: () => void;
}

const hasMoved = ( before: Run, after: Run ): boolean =>
	before.phase !== after.phase ||
	before.status !== after.status ||
	before.progress.done !== after.progress.done ||
	before.requests !== after.requests;

function pauseBefore( before: Run, after: Run, now: number ): number {
	if ( null !== after.waits_until && 'waiting' === after.status ) {
		const left = Date.parse( after.waits_until ) - now;
		if ( left > 0 ) {
			return Math.min( left, LONGEST_WAIT_MS );
		}
	}
	return hasMoved( before, after ) ? 0 : STEP_AGAIN_MS;
}

/**
 * Steps the run until it ends or the signal aborts. It may abort at any moment, because the server's schedule
 * carries the run on. An ended login does not stop the loop: after a new login apiFetch renews the nonce, and the
 * next step works.
 */
export async function driveRun(
	start: Run,
	driver: RunDriver,
	signal: AbortSignal
): Promise< void > {
	const isStopped = () => signal.aborted;
	let run = start;
	let errors = 0;
	let pause =
		'waiting' === run.status ? pauseBefore( run, run, driver.now() ) : 0;

	while ( isActive( run ) ) {
		await sleep( pause, signal );
		if ( isStopped() ) {
			return;
		}
		try {
			const next = await driver.step( run.id );
			if ( isStopped() ) {
				return;
			}
			if ( errors > 0 ) {
				driver.onConnectionError( null );
			}
			errors = 0;
			pause = pauseBefore( run, next, driver.now() );
			run = next;
			driver.onRun( run );
		} catch ( cause ) {
			if ( isStopped() ) {
				return;
			}
			const error = ApiError.from( cause );
			if ( 404 === error.status ) {
				driver.onRunUnknown();
				return;
			}
			driver.onConnectionError( error );
			pause = PAUSES_AFTER_ERROR_MS[ errors ] ?? 30_000;
			errors += 1;
		}
	}
}
