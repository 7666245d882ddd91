import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ActionButton } from '../components/action-button';
import { ActivityLine } from '../components/activity-line';
import { CountTiles } from '../components/count-tiles';
import { ErrorNotice } from '../components/error-notice';
import { NeighbourNotices } from '../components/neighbour-notices';
import { RunHistory } from '../components/run-history';
import { RunProgress } from '../components/run-progress';
import { Section } from '../components/section';
import { StateActions } from '../components/state-actions';
import { StateCard } from '../components/state-card';
import type { CurrentRun, Settings } from '../contract';
import type { CurrentRunState } from '../hooks/use-current-run';
import { useNow } from '../hooks/use-now';
import { useRuns } from '../hooks/use-runs';
import { overviewState } from '../overview-state';
import { isActive, wantsNewKey } from '../run-facts';
import { explanation } from '../state-explanation';
import { headline } from '../state-words';
import { checkTimes } from '../times-line';

interface Props {
	settings: Settings;
	current: CurrentRun;
	runs: CurrentRunState;
}

const RUNS_SHOWN = 20;

export function Overview( { settings, current, runs }: Props ) {
	const now_ms = useNow( runs.ahead_ms, 15_000 );
	const { run, last_success } = current;
	const last = `${ run?.id } ${ run?.status }`;
	const [ page, setPage ] = useState( 1 );
	const history = useRuns( page, RUNS_SHOWN, last );
	const state = overviewState( settings, current );
	const moment = { now_ms, ...current };
	const shown = 'previewed' === state.kind ? state.run : last_success;
	// Another button than "Sync now" is the way out.
	const has_better =
		'decision' === state.kind ||
		( 'failed' === state.kind && wantsNewKey( state.run ) );
	const can_start = 'shop_off' !== state.kind && 'no_key' !== state.kind;

	return (
		<>
			<StateCard
				kind={ state.kind }
				headline={ headline( state, moment ) }
				times={ checkTimes( settings, current, now_ms ) }
				explanation={ explanation( state, moment ) }
				button={
					can_start &&
					! isActive( run ) && (
						<ActionButton
							variant={ has_better ? 'secondary' : 'primary' }
							busy={ 'start' === runs.acting }
							disabled={ null !== runs.acting }
							onClick={ () => void runs.start( 'sync' ) }
						>
							{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
						</ActionButton>
					)
				}
			>
				{ 'active' === state.kind && (
					<RunProgress
						run={ state.run }
						ahead_ms={ runs.ahead_ms }
						cancelling={ 'cancel' === runs.acting }
						onCancel={ () => void runs.cancel( state.run ) }
					/>
				) }
				<StateActions
					state={ state }
					acting={ runs.acting }
					onConfirm={ ( stopped ) => void runs.confirm( stopped ) }
					onApply={ ( preview ) => void runs.apply( preview ) }
					onDiscard={ ( stopped ) => void runs.cancel( stopped ) }
				/>
			</StateCard>
			<ErrorNotice error={ runs.refusal } />
			<NeighbourNotices settings={ settings } current={ current } />
			{ shown && (
				<Section
					title={
						'previewed' === state.kind
							? __( 'Preview', 'stock-sync-for-keycrm' )
							: __( 'Last good check', 'stock-sync-for-keycrm' )
					}
				>
					<CountTiles
						run={ shown }
						planned={ 'previewed' === state.kind }
					/>
					<ActivityLine revision={ last } />
				</Section>
			) }
			<ErrorNotice error={ history.error } />
			{ null === history.answer && null === history.error && <Spinner /> }
			{ history.answer && history.answer.items.length > 0 && (
				<RunHistory
					list={ history.answer }
					now_ms={ now_ms }
					onPage={ setPage }
				/>
			) }
		</>
	);
}
