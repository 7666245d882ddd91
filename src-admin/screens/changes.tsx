import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ChangeFilters } from '../components/change-filters';
import { ChangeTable } from '../components/change-table';
import { ErrorNotice } from '../components/error-notice';
import { RunProgress } from '../components/run-progress';
import type { Sorting } from '../components/table/types';
import { UndoRun } from '../components/undo-run';
import type { CurrentRun, Run, Settings, SettingsPatch } from '../contract';
import { useChanges } from '../hooks/use-changes';
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

const PER_PAGE = 50;
const RUNS_OFFERED = 50;

function List( { run, ...props }: Props & { run: Run } ) {
	const {
		route,
		runs: { ahead_ms },
		navigate,
	} = props;
	const run_id = route.run || run.id;
	const [ page, setPage ] = useState( 1 );
	const [ search, setSearch ] = useState( '' );
	const [ sorting, setSorting ] = useState< Sorting | null >( null );
	const now_ms = useNow( ahead_ms, 60_000 );
	// A run that goes on may have new rows after each phase.
	const revision = run_id === run.id ? `${ run.status } ${ run.phase }` : '';
	const history = useRuns( RUNS_OFFERED, `${ run.id } ${ run.status }` );
	const shown =
		run_id === run.id
			? run
			: history.answer?.items.find( ( { id } ) => id === run_id );
	const { answer, loading, error } = useChanges(
		{
			run_id,
			page,
			per_page: PER_PAGE,
			outcome: route.outcome,
			search,
			order_by: sorting?.by ?? '',
			order: sorting?.order ?? '',
		},
		revision
	);

	return (
		<>
			<ChangeFilters
				runs={ history.answer?.items ?? [ run ] }
				run_id={ run_id }
				outcome={ route.outcome }
				now_ms={ now_ms }
				onRun={ ( id ) => {
					setPage( 1 );
					navigate( { ...route, run: id } );
				} }
				onOutcome={ ( outcome ) => {
					setPage( 1 );
					navigate( { ...route, run: run_id, outcome } );
				} }
				onSearch={ ( sku ) => {
					setPage( 1 );
					setSearch( sku );
				} }
			/>
			{ isActive( run ) && run.id === run_id && (
				<RunProgress
					run={ run }
					ahead_ms={ ahead_ms }
					cancelling={ 'cancel' === props.runs.acting }
					onCancel={ () => void props.runs.cancel( run ) }
				/>
			) }
			{ shown && ! isActive( shown ) && (
				<UndoRun { ...props } run={ shown } />
			) }
			<ErrorNotice error={ error ?? history.error } />
			{ null === answer && null === error && <Spinner /> }
			{ answer && (
				<ChangeTable
					list={ answer }
					loading={ loading }
					planned={ undefined !== shown && isPlan( shown ) }
					sorting={ sorting }
					onSort={ ( next ) => {
						setPage( 1 );
						setSorting( next );
					} }
					onPage={ setPage }
					empty={
						'' === search && '' === route.outcome
							? __(
									'Nothing changed in this check, and nothing needs a look.',
									'stock-sync-for-keycrm'
							  )
							: __(
									'No product fits this search.',
									'stock-sync-for-keycrm'
							  )
					}
				/>
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
