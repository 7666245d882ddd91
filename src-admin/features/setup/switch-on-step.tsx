import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useSaveSettings } from '../../api/mutations';
import type { Run, Settings } from '../../contract';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { isActive } from '../current-run/run-facts';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { IntervalSelect } from '../settings-form/interval-select';
import { RunProgress } from '../current-run/run-progress';

interface Props {
	settings: Settings;
	current: KnownRun;
	stepSince: number | null;
	preview: Run | null;
}

/** A sync with more of them takes longer than a minute: KeyCRM allows 60 in a minute. */
const MOST_REQUESTS = 60;

/**
 * Step 5: applies the preview and switches automatic sync on. If the first sync was started elsewhere (the list of
 * changes, WP-CLI, the server's scheduler), only the question about automatic sync is left.
 */
export function SwitchOnStep( {
	settings,
	current,
	stepSince,
	preview,
}: Props ) {
	const isLarge =
		( ( preview ?? current.last_success )?.requests ?? 0 ) > MOST_REQUESTS;
	const [ everyMinutes, setMinutes ] = useState(
		isLarge
			? Math.max( 60, settings.schedule.every_minutes )
			: settings.schedule.every_minutes
	);
	const runActions = useRunActions();
	const saving = useSaveSettings();
	const { run, last_success: lastSuccess } = current;
	const synced = null !== lastSuccess;
	const applying = isActive( run ) && 'sync' === run.mode;

	const saveSchedule = ( enabled: boolean ) =>
		saving.mutate( {
			schedule: {
				enabled,
				every_minutes: everyMinutes,
				...( isLarge && { orders_every_minutes: 5 } ),
			},
		} );

	const applyAndSwitchOn = async () => {
		saving.reset();
		// The preview is applied before the schedule starts, so that nothing is written that was not shown.
		if ( null !== preview && ( await runActions.apply( preview ) ) ) {
			saveSchedule( true );
		}
	};

	return (
		<div className="keycrm-stock-fields">
			{ synced && (
				<p>
					{ __(
						'The first sync is done. Should the shop be synced automatically from now on?',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
			{ isLarge && (
				<p>
					{ __(
						'A full sync takes minutes here. In between, what was sold is updated every 5 minutes (Settings → Schedule).',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
			{ applying ? (
				<RunProgress
					run={ run }
					aheadMs={ current.aheadMs }
					stepSince={ stepSince }
					runActions={ runActions }
				/>
			) : (
				<div className="keycrm-stock-row is-bottom">
					<IntervalSelect
						minutes={ everyMinutes }
						onChange={ setMinutes }
					/>
					{ synced ? (
						<>
							<ActionButton
								variant="primary"
								busy={ saving.isPending }
								onClick={ () => saveSchedule( true ) }
							>
								{ __(
									'Switch automatic sync on',
									'stock-sync-for-keycrm'
								) }
							</ActionButton>
							<ActionButton
								disabled={ saving.isPending }
								onClick={ () => saveSchedule( false ) }
							>
								{ __(
									'Leave it off',
									'stock-sync-for-keycrm'
								) }
							</ActionButton>
						</>
					) : (
						<ActionButton
							variant="primary"
							busy={ 'apply' === runActions.pending }
							disabled={
								null !== runActions.pending ||
								null === preview ||
								isActive( run )
							}
							onClick={ () => void applyAndSwitchOn() }
						>
							{ __(
								'Apply and switch on',
								'stock-sync-for-keycrm'
							) }
						</ActionButton>
					) }
				</div>
			) }
			{ preview?.words.age && <p>{ preview.words.age }</p> }
			<RunFailureNotice failure={ runActions.failure } />
			<ErrorNotice
				error={ saving.error }
				what={ __(
					'Automatic sync was not switched on.',
					'stock-sync-for-keycrm'
				) }
			/>
		</div>
	);
}
