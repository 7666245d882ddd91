import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import {
	applyRun,
	cancelRun,
	confirmRun,
	fetchCurrentRun,
	startRun,
	stepRun,
	undoRun,
} from '../api';
import { ApiError } from '../api-error';
import type { CurrentRun, Run, StartMode } from '../contract';
import { isActive } from '../run-facts';
import { useRunDriver } from './use-run-driver';

const LOOK_EVERY_MS = 30_000;

export type RunAction = 'start' | 'confirm' | 'apply' | 'cancel' | 'undo';

export interface CurrentRunState {
	/** Null is loading. */
	current: CurrentRun | null;
	/** How far the server's clock is ahead of this one. */
	ahead_ms: number;
	/** The last look at the run failed; what is shown may be old. */
	trouble: ApiError | null;
	/** What the person asked for was refused. */
	refusal: ApiError | null;
	acting: RunAction | null;
	/** Each answers whether it was done; a refusal stands in `refusal`. */
	start: ( mode: StartMode ) => Promise< boolean >;
	confirm: ( run: Run ) => Promise< boolean >;
	apply: ( run: Run ) => Promise< boolean >;
	cancel: ( run: Run ) => Promise< boolean >;
	/** The run that takes the other back; null where it was refused. */
	undo: ( run: Run ) => Promise< Run | null >;
}

/** The run that is active or was last, kept fresh: driven while active, else looked at gently. */
export function useCurrentRun(): CurrentRunState {
	const [ current, setCurrent ] = useState< CurrentRun | null >( null );
	const [ ahead_ms, setAhead ] = useState( 0 );
	const [ trouble, setTrouble ] = useState< ApiError | null >( null );
	const [ refusal, setRefusal ] = useState< ApiError | null >( null );
	const [ acting, setActing ] = useState< RunAction | null >( null );
	// Counts what has become known, so that an answer to an older question is dropped.
	const known = useRef( 0 );

	const look = useCallback( async () => {
		const asked_at = ++known.current;
		try {
			const answer = await fetchCurrentRun();
			if ( asked_at === known.current ) {
				setCurrent( answer );
				setAhead( Date.parse( answer.now ) - Date.now() );
				setTrouble( null );
			}
		} catch ( cause ) {
			setTrouble( ApiError.from( cause ) );
		}
	}, [] );

	const learn = useCallback( ( run: Run ) => {
		known.current++;
		setCurrent( ( old ) => ( null === old ? old : { ...old, run } ) );
	}, [] );

	const act = useCallback(
		async ( action: RunAction, ask: () => Promise< Run > ) => {
			setActing( action );
			setRefusal( null );
			try {
				const run = await ask();
				learn( run );
				return run;
			} catch ( cause ) {
				const error = ApiError.from( cause );
				if ( null === error.run ) {
					setRefusal( error );
					void look();
				} else {
					// Somebody else was quicker: their run is what there is to see.
					learn( error.run );
				}
				return null;
			} finally {
				setActing( null );
			}
		},
		[ learn, look ]
	);

	const run = current?.run ?? null;
	useRunDriver( run, {
		step: stepRun,
		now: () => Date.now() + ahead_ms,
		onRun: learn,
		onTrouble: ( error ) => {
			setTrouble( error );
			if ( 404 === error?.status ) {
				void look();
			}
		},
	} );

	const active = isActive( run );
	useEffect( () => {
		if ( active ) {
			return undefined;
		}
		// At first, and for what an ended run has left: the last success, the next time.
		void look();
		const lookIfSeen = () => {
			if ( 'visible' === document.visibilityState ) {
				void look();
			}
		};
		const timer = setInterval( lookIfSeen, LOOK_EVERY_MS );
		document.addEventListener( 'visibilitychange', lookIfSeen );
		return () => {
			clearInterval( timer );
			document.removeEventListener( 'visibilitychange', lookIfSeen );
		};
	}, [ active, look ] );

	const done = async ( action: RunAction, ask: () => Promise< Run > ) =>
		null !== ( await act( action, ask ) );

	return {
		current,
		ahead_ms,
		trouble,
		refusal,
		acting,
		start: ( mode ) => done( 'start', () => startRun( mode ) ),
		confirm: ( { id } ) => done( 'confirm', () => confirmRun( id ) ),
		apply: ( { id } ) => done( 'apply', () => applyRun( id ) ),
		cancel: ( { id } ) => done( 'cancel', () => cancelRun( id ) ),
		undo: ( { id } ) => act( 'undo', () => undoRun( id ) ),
	};
}
