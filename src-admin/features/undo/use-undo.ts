import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../api/mutations';
import { ApiError } from '../../api/api-error';
import type { Run } from '../../contract';
import { notDone } from '../current-run/not-done';
import type { RunActions } from '../current-run/use-run-actions';

interface Failure {
	/** What was not done, as a sentence. */
	what: string;
	error: ApiError;
}

export interface Undoing {
	busy: boolean;
	failure: Failure | null;
	/** Answers the run that takes the other back; null where that was refused. */
	undo: ( run: Run, pause: boolean ) => Promise< Run | null >;
}

/** Takes a run back, with automatic sync switched off first where the person wants that. */
export function useUndo( run_actions: RunActions, about: string ): Undoing {
	const saving = useSaveSettings();
	const [ paused_about, setPausedAbout ] = useState< string | null >( null );
	const [ not_paused, setNotPaused ] = useState< {
		about: string;
		error: ApiError;
	} | null >( null );

	const undo = async ( run: Run, pause: boolean ) => {
		setNotPaused( null );
		setPausedAbout( null );
		if ( pause ) {
			// First: the next automatic sync would write the numbers again.
			try {
				await saving.mutateAsync( { schedule: { enabled: false } } );
				setPausedAbout( about );
			} catch ( cause ) {
				setNotPaused( { about, error: ApiError.from( cause ) } );
				return null;
			}
		}
		return run_actions.undo( run );
	};

	const failure = (): Failure | null => {
		if ( about === not_paused?.about ) {
			return {
				what: __(
					'Nothing was undone, because automatic sync could not be switched off first.',
					'stock-sync-for-keycrm'
				),
				error: not_paused.error,
			};
		}
		if ( null === run_actions.failure ) {
			return null;
		}
		const { action, error } = run_actions.failure;
		return {
			what:
				'undo' === action && paused_about === about
					? __(
							'Automatic sync is off now, but the sync was not undone.',
							'stock-sync-for-keycrm'
					  )
					: notDone( action ),
			error,
		};
	};

	return {
		busy: saving.isPending || 'undo' === run_actions.pending,
		failure: failure(),
		undo,
	};
}
