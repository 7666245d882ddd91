import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ChangeFilters } from '../components/change-filters';
import { ChangeTable } from '../components/change-table';
import { DownloadChanges } from '../components/download-changes';
import { ErrorNotice } from '../components/error-notice';
import { PlanBar } from '../components/plan-bar';
import { RunProgress } from '../components/run-progress';
import { UndoRun } from '../components/undo-run';
import type { CurrentRun, Run, Settings, SettingsPatch } from '../contract';
import { useChangeList } from '../hooks/use-change-list';
import type { CurrentRunState } from '../hooks/use-current-run';
import { useNow } from '../hooks/use-now';
import { useRuns } from '../hooks/use-runs';
import type { Route } from '../route';
import { isActive, isPlan } from '../run-facts';

interface Props {
	route: Route;
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	current: CurrentRun;
	runs: CurrentRunState;
	navigate: ( route: Route ) => void;
}

const RUNS_OFFERED = 50;

function emptyWords( filtered: boolean, all: boolean ): string {
	if ( filtered ) {
		return __( 'No product fits this search.', 'stock-sync-for-keycrm' );
	}
	return all
		? __( 'No number has been written yet.', 'stock-sync-for-keycrm' )
		: __(
				'Nothing changed in this check, and nothing needs a look.',
				'stock-sync-for-keycrm'
		  );
}

function List( { run, ...props }: Props & { run: Run } ) {
	const { route, runs, navigate } = props;
	const run_id = 0 === route.run ? run.id : route.run;
	const newest = run_id === run.id;
	const now_ms = useNow( runs.ahead_ms, 60_000 );
	const state = `${ run.id } ${ run.status }`;
	const history = useRuns( 1, RUNS_OFFERED, state );
	// A run that goes on may have new rows after each phase.
	const list = useChangeList(
		route,
		run_id,
		newest || 'all' === run_id ? `${ state } ${ run.phase }` : ''
	);
	const shown = newest
		? run
		: history.answer?.items.find( ( { id } ) => id === run_id );
	const planned = undefined !== shown && isPlan( shown );

	return (
		<>
			<ChangeFilters
				runs={ history.answer?.items ?? [ run ] }
				picked={ { ...route, run: run_id } }
				now_ms={ now_ms }
				onPick={ ( picked ) => navigate( { ...route, ...picked } ) }
				onSearch={ list.search }
			/>
			{ newest && isActive( run ) && (
				<RunProgress
					run={ run }
					ahead_ms={ runs.ahead_ms }
					cancelling={ 'cancel' === runs.acting }
					onCancel={ () => void runs.cancel( run ) }
				/>
			) }
			{ planned && (
				<PlanBar run={ shown } newest={ newest } runs={ runs } />
			) }
			{ shown && ! planned && ! isActive( shown ) && (
				<UndoRun { ...props } run={ shown } />
			) }
			<ErrorNotice error={ list.error ?? history.error } />
			{ null === list.answer && null === list.error && <Spinner /> }
			{ list.answer && (
				<ChangeTable
					list={ list.answer }
					loading={ list.loading }
					looks={ { planned, timed: 'all' === run_id, now_ms } }
					sorting={ list.sorting }
					onSort={ list.sort }
					onPage={ list.turn }
					empty={ emptyWords( list.filtered, 'all' === run_id ) }
				/>
			) }
			{ list.answer && list.answer.total > 0 && (
				<p>
					<DownloadChanges filter={ list.filter } />
				</p>
			) }
		</>
	);
}

export function Changes( props: Props ) {
	const { run } = props.current;
	if ( null === run ) {
		return (
			<p>
				{ __(
					'There is nothing to show yet: no check has been made.',
					'stock-sync-for-keycrm'
				) }
			</p>
		);
	}
	return <List run={ run } { ...props } />;
}
