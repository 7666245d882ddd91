import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useUndoReport } from '../../api/queries';
import type { CurrentRun, Run, Settings } from '../../contract';
import type { RunActions } from '../current-run/use-run-actions';
import { isActive } from '../current-run/run-facts';
import { runNumber } from '../current-run/run-labels';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { UndoDialog } from './undo-dialog';

interface Props {
	/** A run that has ended. */
	run: Run;
	settings: Settings;
	current: CurrentRun;
	runActions: RunActions;
	/** An undo is being requested. */
	busy: boolean;
	onUndo: ( pause: boolean ) => void;
}

/** A button that undoes the run, with the numbers of what it would do. Nothing if the run wrote nothing. */
export function UndoRun( props: Props ) {
	const { run, settings, current, runActions, busy, onUndo } = props;
	const [ isAsking, setIsAsking ] = useState( false );
	const { data, error, refetch } = useUndoReport( run.id );

	if ( error ) {
		// Cached numbers may be wrong by now, so no undo is offered.
		return (
			<ErrorNotice
				error={ error }
				what={ __(
					'It is not known what an undo of this sync would do.',
					'stock-sync-for-keycrm'
				) }
				onRetry={ () => void refetch() }
			/>
		);
	}
	if ( undefined === data || 0 === data.written ) {
		return null;
	}
	return (
		<div className="keycrm-stock-undo">
			<ActionButton
				disabled={
					0 === data.back ||
					isActive( current.run ) ||
					null !== runActions.pending
				}
				busy={ busy }
				onClick={ () => setIsAsking( true ) }
			>
				{ data.label }
			</ActionButton>
			{ data.undone_by > 0 && (
				<p className="keycrm-stock-quiet">
					{ sprintf(
						/* translators: %s: the number of a later sync. */
						__(
							'It has been undone already, by sync %s.',
							'stock-sync-for-keycrm'
						),
						runNumber( data.undone_by )
					) }
				</p>
			) }
			{ isAsking && (
				<UndoDialog
					report={ data }
					scheduled={ settings.schedule.enabled }
					onAnswer={ ( decision ) => {
						setIsAsking( false );
						if ( 'leave' !== decision ) {
							onUndo( 'pause' === decision );
						}
					} }
				/>
			) }
		</div>
	);
}
