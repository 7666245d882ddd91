import { useEffect, useRef, useState } from '@wordpress/element';
import { stepRun } from '../../api/requests';
import type { ApiError } from '../../api/api-error';
import type { CurrentRun, Run } from '../../contract';
import { isActive } from './run-facts';
import { driveRun } from './drive-run';

interface Driven {
	trouble: ApiError | null;
	stepSince: number | null;
}

/**
 * Drives the run while it is active and this page is open.
 *
 * @param current
 * @param onRun   Hears what each step has made of the run.
 * @param onGone  The run is not known any more.
 */
export function useRunDriver(
	current: ( CurrentRun & { aheadMs: number } ) | null,
	onRun: ( run: Run ) => void,
	onGone: () => void
): Driven {
	const [ trouble, setTrouble ] = useState< ApiError | null >( null );
	const [ stepSince, setStepSince ] = useState< number | null >( null );
	const [ wakes, setWakes ] = useState( 0 );
	// The newest, so that a new render neither restarts the loop nor leaves it behind.
	const latest = useRef( { current, onRun, onGone } );
	latest.current = { current, onRun, onGone };

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
	}, [ activeId, wakes ] );

	// Somebody who comes back, perhaps from logging in again, need not wait for the end of a pause.
	const isTroubled = null !== trouble;
	useEffect( () => {
		if ( ! isTroubled ) {
			return undefined;
		}
		const wake = () => setWakes( ( times ) => times + 1 );
		window.addEventListener( 'focus', wake );
		window.addEventListener( 'visibilitychange', wake );
		return () => {
			window.removeEventListener( 'focus', wake );
			window.removeEventListener( 'visibilitychange', wake );
		};
	}, [ isTroubled ] );

	return { trouble, stepSince };
}
