import {
	useMutation,
	useMutationState,
	useQueryClient,
} from '@tanstack/react-query';
import * as z from 'zod/mini';
import {
	applyRun,
	cancelRun,
	confirmRun,
	startRun,
	undoRun,
} from '../../api/requests';
import { keys } from '../../api/keys';
import type { ApiError } from '../../api/api-error';
import type { Run, StartMode } from '../../contract';
import { setRun } from './use-current-run';

const runActionSchema = z.enum( [
	'sync',
	'preview',
	'confirm',
	'apply',
	'cancel',
	'undo',
] );
export type RunAction = z.infer< typeof runActionSchema >;

/** What was asked for and not done, and why. */
export interface RunFailure {
	action: RunAction;
	error: ApiError;
}

export interface RunActions {
	/** Under way, whichever part of the page has asked for it. */
	pending: RunAction | null;
	/** What this part of the page has asked for in vain; ends with the next try. */
	failure: RunFailure | null;
	/** Each answers the run that came of it; null where it was refused. */
	start: ( mode: StartMode ) => Promise< Run | null >;
	confirm: ( run: Run ) => Promise< Run | null >;
	apply: ( run: Run ) => Promise< Run | null >;
	cancel: ( run: Run ) => Promise< Run | null >;
	undo: ( run: Run ) => Promise< Run | null >;
}

interface RunRequest {
	action: RunAction;
	/** 0 where a new run is wanted. */
	runId: number;
	/** What was looked at when it was asked for. */
	subject: string;
}

const runRequestSchema = z.object( { action: runActionSchema } );

function send( { action, runId }: RunRequest ): Promise< Run > {
	switch ( action ) {
		case 'sync':
		case 'preview':
			return startRun( action );
		case 'confirm':
			return confirmRun( runId );
		case 'apply':
			return applyRun( runId );
		case 'cancel':
			return cancelRun( runId );
		case 'undo':
			return undoRun( runId );
	}
}

/** Somebody else was quicker, and what they have started is just what was asked for. */
const isAlreadyStarted = ( { action }: RunRequest, error: ApiError ): boolean =>
	'sync' === action && 'sync' === error.run?.mode;

/**
 * What a person can have done with runs.
 *
 * @param subject What is looked at: a refusal is shown only as long as that is the same.
 */
export function useRunActions( subject = '' ): RunActions {
	const client = useQueryClient();
	const { mutateAsync, error, variables } = useMutation<
		Run,
		ApiError,
		RunRequest
	>( {
		mutationKey: keys.runAction,
		mutationFn: send,
		onSuccess: ( run ) => setRun( client, run ),
		onError: ( refusal ) => {
			if ( null !== refusal.run ) {
				// The run that is in the way is what there is to see.
				setRun( client, refusal.run );
				return;
			}
			void client.invalidateQueries( { queryKey: keys.currentRun } );
			void client.invalidateQueries( { queryKey: keys.runs } );
		},
	} );
	const pending = useMutationState( {
		filters: { mutationKey: keys.runAction, status: 'pending' },
		select: ( { state } ) =>
			runRequestSchema.safeParse( state.variables ).data?.action ?? null,
	} );

	const request = async ( action: RunAction, runId: number ) => {
		try {
			return await mutateAsync( { action, runId, subject } );
		} catch {
			// It stands in `failure`.
			return null;
		}
	};
	return {
		pending: pending.at( -1 ) ?? null,
		failure:
			null === error ||
			variables.subject !== subject ||
			isAlreadyStarted( variables, error )
				? null
				: { action: variables.action, error },
		start: ( mode ) => request( mode, 0 ),
		confirm: ( { id } ) => request( 'confirm', id ),
		apply: ( { id } ) => request( 'apply', id ),
		cancel: ( { id } ) => request( 'cancel', id ),
		undo: ( { id } ) => request( 'undo', id ),
	};
}
