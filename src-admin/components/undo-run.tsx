import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { CurrentRun, Run, Settings, SettingsPatch } from '../contract';
import type { CurrentRunState } from '../hooks/use-current-run';
import { useUndoReport } from '../hooks/use-undo-report';
import { formatNumber } from '../format';
import { to, type Route } from '../route';
import { isActive } from '../run-facts';
import { undoName } from '../undo-words';
import { ActionButton } from './action-button';
import { ErrorNotice } from './error-notice';
import { UndoDialog } from './undo-dialog';

interface Props {
	/** The run that is looked at; it has ended. */
	run: Run;
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	current: CurrentRun;
	runs: CurrentRunState;
	navigate: ( route: Route ) => void;
}

/** Offers to take the run back, in numbers; nothing where there is nothing to take back. */
export function UndoRun( props: Props ) {
	const { run, settings, save, current, runs, navigate } = props;
	const [ asking, setAsking ] = useState( false );
	// Whatever has been written since changes the answer.
	const { answer, error } = useUndoReport(
		run.id,
		`${ current.run?.id } ${ current.run?.status }`
	);

	const undo = async ( pause: boolean ) => {
		setAsking( false );
		if ( pause ) {
			await save( { schedule: { enabled: false } } );
		}
		const undone = await runs.undo( run );
		if ( undone ) {
			navigate( to( 'changes', { run: undone.id } ) );
		}
	};

	if ( null === answer || 0 === answer.written ) {
		return <ErrorNotice error={ error } />;
	}
	return (
		<div className="keycrm-stock-undo">
			<ActionButton
				disabled={
					0 === answer.back ||
					isActive( current.run ) ||
					null !== runs.acting
				}
				busy={ 'undo' === runs.acting }
				onClick={ () => setAsking( true ) }
			>
				{ undoName( answer ) }
			</ActionButton>
			{ answer.undone_by > 0 && (
				<p className="keycrm-stock-quiet">
					{ sprintf(
						/* translators: %s: the number of a later run. */
						__(
							'It has been undone already, by run %s.',
							'stock-sync-for-keycrm'
						),
						formatNumber( answer.undone_by )
					) }
				</p>
			) }
			<ErrorNotice error={ runs.refusal } />
			{ asking && (
				<UndoDialog
					report={ answer }
					scheduled={ settings.schedule.enabled }
					onAnswer={ ( decision ) =>
						'leave' === decision
							? setAsking( false )
							: void undo( 'pause' === decision )
					}
				/>
			) }
		</div>
	);
}
