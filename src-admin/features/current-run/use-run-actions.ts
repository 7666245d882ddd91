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
	'fill',
	'create_in_keycrm',
	'create_in_shop',
	'confirm',
	'apply',
	'cancel',
	'undo',
] );
export type RunAction = z.infer< typeof runActionSchema >;

/** An action that failed, and why. */
export interface RunFailure {
	action: RunAction;
	error: ApiError;
}

export interface RunActions {
	/** The action in progress, started by any part of the page. */
	pending: RunAction | null;
	/** The last failed action of this part of the page, until its next action. */
	failure: RunFailure | null;
	/** Each resolves to the resulting run, or null if the action failed. */
	start: ( mode: StartMode ) => Promise< Run | null >;
	confirm: ( run: Run ) => Promise< Run | null >;
	apply: ( run: Run ) => Promise< Run | null >;
	cancel: ( run: Run ) => Promise< Run | null >;
	undo: ( run: Run ) => Promise< Run | null >;
}

interface RunRequest {
	action: RunAction;
	/** 0 for a new run. */
	runId: number;
	/** What the person was looking at when the action was started. */
	subject: string;
}

const runRequestSchema = z.object( { action: runActionSchema } );

function send( { action, runId }: RunRequest ): Promise< Run > {
	switch ( action ) {
		case 'sync':
		case 'preview':
		case 'fill':
		case 'create_in_keycrm':
		case 'create_in_shop':
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

/** Another person or the scheduler has just started a sync, so the wish for a sync is fulfilled. */
const isAlreadyStarted = ( { action }: RunRequest, error: ApiError ): boolean =>
	'sync' === action && 'sync' === error.run?.mode;

/**
 * The actions on runs, and whether one is in progress or has failed.
 *
 * @param subject What the person looks at: a failure is shown only while this stays the same.
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
		onError: ( actionError ) => {
			if ( null !== actionError.run ) {
				// The server refused the action because of another run, so that run is shown.
				setRun( client, actionError.run );
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
			// The error is in `failure`.
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
