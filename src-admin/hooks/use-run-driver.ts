import { useEffect, useRef } from '@wordpress/element';
import type { Run } from '../contract';
import { isActive } from '../run-facts';
import { driveRun, type RunDriver } from '../run-driver';

/** Drives the run while it is active and this page is open. */
export function useRunDriver( run: Run | null, driver: RunDriver ): void {
	// The newest of both, so that a new render neither restarts the loop nor leaves it behind.
	const latest = useRef( { run, driver } );
	latest.current = { run, driver };

	const active_id = isActive( run ) ? run.id : undefined;

	useEffect( () => {
		const { run: start } = latest.current;
		if ( undefined === active_id || null === start ) {
			return undefined;
		}
		const stop = new AbortController();
		void driveRun(
			start,
			{
				step: ( id ) => latest.current.driver.step( id ),
				now: () => latest.current.driver.now(),
				onRun: ( next ) => latest.current.driver.onRun( next ),
				onTrouble: ( error ) =>
					latest.current.driver.onTrouble( error ),
			},
			stop.signal
		);
		return () => stop.abort();
	}, [ active_id ] );
}
