import { useEffect, useRef, useState } from '@wordpress/element';
import { stepRun } from '../../api/requests';
import type { ApiError } from '../../api/api-error';
import type { CurrentRun, Run } from '../../contract';
import { isActive } from './run-facts';
import { driveRun } from './drive-run';

interface DrivenRun {
	connectionError: ApiError | null;
	stepSince: number | null;
}

/**
 * Drives the run while it is active and this page is open.
 *
 * @param current
 * @param onRun        Gets the run after each step.
 * @param onRunUnknown Called when the run no longer exists.
 */
export function useRunDriver(
	current: ( CurrentRun & { aheadMs: number } ) | null,
	onRun: ( run: Run ) => void,
	onRunUnknown: () => void
): DrivenRun {
	const [ connectionError, setConnectionError ] = useState< ApiError | null >(
		null
	);
	const [ stepSince, setStepSince ] = useState< number | null >( null );
	const [ restarts, setRestarts ] = useState( 0 );
	// A ref, so that a new render does not restart the loop, and the loop sees the newest values.
	const latest = useRef( { current, onRun, onGone: onRunUnknown } );
	latest.current = { current, onRun, onGone: onRunUnknown };

	const run = current?.run ?? null;
	const activeId = isActive( run ) ? run.id : undefined;

	useEffect( () => {
		const start = latest.current.current?.run ?? null;
		if ( undefined === activeId || null === start ) {
			return undefined;
		}
		const stop = new AbortController();
		void driveRun(
			start,
			{
				step: ( id ) => {
					setStepSince( Date.now() );
					return stepRun( id );
				},
				now: () =>
					Date.now() + ( latest.current.current?.aheadMs ?? 0 ),
				onRun: ( next ) => {
					setStepSince( null );
					latest.current.onRun( next );
				},
				onConnectionError: ( error ) => {
					setStepSince( null );
					setConnectionError( error );
				},
				onRunUnknown: () => latest.current.onGone(),
			},
			stop.signal
		);
		return () => {
			stop.abort();
			setStepSince( null );
			setConnectionError( null );
		};
	}, [ activeId, restarts ] );

	// When the person comes back, perhaps after a login, the next step does not wait for the pause.
	const isPaused = null !== connectionError;
	useEffect( () => {
		if ( ! isPaused ) {
			return undefined;
		}
		const restart = () => setRestarts( ( times ) => times + 1 );
		window.addEventListener( 'focus', restart );
		window.addEventListener( 'visibilitychange', restart );
		return () => {
			window.removeEventListener( 'focus', restart );
			window.removeEventListener( 'visibilitychange', restart );
		};
	}, [ isPaused ] );

	return { connectionError, stepSince };
}
