import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../api/mutations';
import { ApiError } from '../../api/api-error';
import type { Run } from '../../contract';
import { failedActionSentence } from '../current-run/not-done';
import type { RunActions } from '../current-run/use-run-actions';

interface Failure {
	/** A sentence on what was not done. */
	what: string;
	error: ApiError;
}

export interface UndoState {
	busy: boolean;
	failure: Failure | null;
	/** Resolves to the new run of the undo, or null if it failed. */
	undo: ( run: Run, pause: boolean ) => Promise< Run | null >;
}

/** Undoes a run. If the person wants it, automatic sync is switched off first. */
export function useUndo( runActions: RunActions, subject: string ): UndoState {
	const saving = useSaveSettings();
	const [ pausedSubject, setPausedSubject ] = useState< string | null >(
		null
	);
	const [ pauseFailure, setPauseFailure ] = useState< {
		subject: string;
		error: ApiError;
	} | null >( null );

	const undo = async ( run: Run, pause: boolean ) => {
		setPauseFailure( null );
		setPausedSubject( null );
		if ( pause ) {
			// Before the undo, because the next automatic sync would write the quantities again.
			try {
				await saving.mutateAsync( { schedule: { enabled: false } } );
				setPausedSubject( subject );
			} catch ( cause ) {
				setPauseFailure( {
					subject,
					error: ApiError.from( cause ),
				} );
				return null;
			}
		}
		return runActions.undo( run );
	};

	const failure = (): Failure | null => {
		if ( subject === pauseFailure?.subject ) {
			return {
				what: __(
					'Nothing was undone, because automatic sync could not be switched off first.',
					'stock-sync-for-keycrm'
				),
				error: pauseFailure.error,
			};
		}
		if ( null === runActions.failure ) {
			return null;
		}
		const { action, error } = runActions.failure;
		return {
			what:
				'undo' === action && pausedSubject === subject
					? __(
							'Automatic sync is off now, but the sync was not undone.',
							'stock-sync-for-keycrm'
					  )
					: failedActionSentence( action ),
			error,
		};
	};

	return {
		busy: saving.isPending || 'undo' === runActions.pending,
		failure: failure(),
		undo,
	};
}
