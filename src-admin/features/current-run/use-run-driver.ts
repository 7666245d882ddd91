import { useEffect, useRef, useState } from '@wordpress/element';
import { stepRun } from '../../api/requests';
import type { ApiError } from '../../api/api-error';
import type { CurrentRun, Run } from '../../contract';
import { isActive } from './run-facts';
import { driveRun } from './drive-run';

interface Driven {
	trouble: ApiError | null;
	step_since: number | null;
}

/**
 * Drives the run while it is active and this page is open.
 *
 * @param current
 * @param onRun   Hears what each step has made of the run.
 * @param onGone  The run is not known any more.
 */
export function useRunDriver(
	current: ( CurrentRun & { ahead_ms: number } ) | null,
	onRun: ( run: Run ) => void,
	onGone: () => void
): Driven {
	const [ trouble, setTrouble ] = useState< ApiError | null >( null );
	const [ step_since, setStepSince ] = useState< number | null >( null );
	const [ wakes, setWakes ] = useState( 0 );
	// The newest, so that a new render neither restarts the loop nor leaves it behind.
	const latest = useRef( { current, onRun, onGone } );
	latest.current = { current, onRun, onGone };

	const run = current?.run ?? null;
	const active_id = isActive( run ) ? run.id : undefined;

	useEffect( () => {
		const start = latest.current.current?.run ?? null;
		if ( undefined === active_id || null === start ) {
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
					Date.now() + ( latest.current.current?.ahead_ms ?? 0 ),
				onRun: ( next ) => {
					setStepSince( null );
					latest.current.onRun( next );
				},
				onTrouble: ( error ) => {
					setStepSince( null );
					setTrouble( error );
				},
				onGone: () => latest.current.onGone(),
			},
			stop.signal
		);
		return () => {
			stop.abort();
			setStepSince( null );
			setTrouble( null );
		};
	}, [ active_id, wakes ] );

	// Somebody who comes back, perhaps from logging in again, need not wait for the end of a pause.
	const is_troubled = null !== trouble;
	useEffect( () => {
		if ( ! is_troubled ) {
			return undefined;
		}
		const wake = () => setWakes( ( times ) => times + 1 );
		window.addEventListener( 'focus', wake );
		window.addEventListener( 'visibilitychange', wake );
		return () => {
			window.removeEventListener( 'focus', wake );
			window.removeEventListener( 'visibilitychange', wake );
		};
	}, [ is_troubled ] );

	return { trouble, step_since };
}
