import { ApiError } from '../../api/api-error';
import type { Run } from '../../contract';
import { sleep } from '../../lib/sleep';
import { isActive } from './run-facts';

/** While another worker holds the run there is nothing to do but look. */
const LOOK_AGAIN_MS = 2_000;
/** Somebody elsewhere may cancel a waiting run. */
const LONGEST_WAIT_MS = 15_000;
const PAUSES_AFTER_TROUBLE_MS = [ 3_000, 6_000, 12_000, 30_000 ];

export interface RunDriver {
	step: ( id: number ) => Promise< Run >;
	/** The server's clock. */
	now: () => number;
	onRun: ( run: Run ) => void;
	/** The site did not answer, or (null) it does again. */
	onTrouble: ( error: ApiError | null ) => void;
	/** The site does not know the run any more. */
	onGone: () => void;
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
	return hasMoved( before, after ) ? 0 : LOOK_AGAIN_MS;
}

/**
 * Steps the run until it has ended, or the signal says stop. Stopping is harmless at any moment: the
 * server's own schedule carries the run on. A login that has ended is no reason to stop: apiFetch gets a new
 * nonce once somebody has logged in again, and the next step works.
 */
export async function driveRun(
	start: Run,
	driver: RunDriver,
	signal: AbortSignal
): Promise< void > {
	const stopped = () => signal.aborted;
	let run = start;
	let troubles = 0;
	let pause =
		'waiting' === run.status ? pauseBefore( run, run, driver.now() ) : 0;

	while ( isActive( run ) ) {
		await sleep( pause, signal );
		if ( stopped() ) {
			return;
		}
		try {
			const next = await driver.step( run.id );
			if ( stopped() ) {
				return;
			}
			if ( troubles > 0 ) {
				driver.onTrouble( null );
			}
			troubles = 0;
			pause = pauseBefore( run, next, driver.now() );
			run = next;
			driver.onRun( run );
		} catch ( cause ) {
			if ( stopped() ) {
				return;
			}
			const error = ApiError.from( cause );
			if ( 404 === error.status ) {
				driver.onGone();
				return;
			}
			driver.onTrouble( error );
			pause = PAUSES_AFTER_TROUBLE_MS[ troubles ] ?? 30_000;
			troubles += 1;
		}
	}
}
