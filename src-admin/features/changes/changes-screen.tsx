import { Spinner } from '@wordpress/components';
import { useLayoutEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useRun, useRunHistory } from '../../api/queries';
import { ChangeFilters } from './change-filters';
import { ChangeTable } from './change-table';
import { DownloadChanges } from './download-changes';
import { ErrorNotice } from '../../ui/error-notice';
import { PlanBar } from './plan-bar';
import { RunProgress } from '../current-run/run-progress';
import { UndoRun } from '../undo/undo-run';
import type { Run, Settings } from '../../contract';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { useUndo } from '../undo/use-undo';
import { useChangeList } from './use-change-list';
import { useNow } from '../../lib/use-now';
import { focusTarget } from '../../lib/use-lost-focus';
import { routeTo, type Route } from '../../app/router/route';
import { isActive, isPlan } from '../current-run/run-facts';

interface Props {
	route: Route;
	settings: Settings;
	current: KnownRun;
	stepSince: number | null;
	navigate: ( route: Route ) => void;
}

/** Runs that the filter loads at a time. */
const RUNS_PER_PAGE = 50;

function emptySentence( filtered: boolean, all: boolean ): string {
	if ( filtered ) {
		return __( 'No product fits this search.', 'stock-sync-for-keycrm' );
	}
	return all
		? __( 'No quantity has been written yet.', 'stock-sync-for-keycrm' )
		: __(
				'This sync changed nothing, and nothing needs attention.',
				'stock-sync-for-keycrm'
		  );
}

function ChangeListView( { run, ...props }: Props & { run: Run } ) {
	const { route, current, stepSince, settings, navigate } = props;
	const runId = 0 === route.run ? run.id : route.run;
	const newest = runId === run.id;
	const nowMs = useNow( current.aheadMs, 60_000 );
	const runActions = useRunActions( String( route.run ) );
	const undoing = useUndo( runActions, String( route.run ) );
	const history = useRunHistory( RUNS_PER_PAGE );
	// The selected run may be older than those of the filter.
	const olderRun = useRun( newest || 'all' === runId ? 0 : runId );
	const { list, loading, error, filter, ...rest } = useChangeList(
		route,
		runId
	);
	const shown = newest ? run : olderRun.data;
	const planned = undefined !== shown && isPlan( shown );
	// Id of the newest run when the person asked for an undo; null: no undo was asked for.
	const [ askedAfter, setAskedAfter ] = useState< number | null >( null );

	// A layout effect, because the focus moves to the progress, which must be on the page in the same frame.
	useLayoutEffect( () => {
		// A newer run of another mode is the reason why the server refused the undo.
		const isUndoStarted =
			null !== askedAfter && run.id > askedAfter && 'undo' === run.mode;
		if ( isUndoStarted ) {
			setAskedAfter( null );
			navigate( routeTo( 'changes', { run: run.id } ) );
		}
	}, [ askedAfter, navigate, run.id, run.mode ] );

	const undo = async ( undone: Run, pause: boolean ) => {
		setAskedAfter( run.id );
		if ( null === ( await undoing.undo( undone, pause ) ) ) {
			setAskedAfter( null );
		}
	};

	return (
		<>
			<ChangeFilters
				runs={ history.data ?? [ run ] }
				selection={ { ...route, run: runId } }
				nowMs={ nowMs }
				onSelect={ ( picked ) => navigate( { ...route, ...picked } ) }
				onSearch={ rest.search }
				{ ...( history.hasNextPage && {
					onLoadOlder: () => void history.fetchNextPage(),
				} ) }
			/>
			<h3
				className="keycrm-stock-list-title"
				{ ...focusTarget( 'result' ) }
			>
				{ shown
					? shown.words.name
					: __( 'Changes', 'stock-sync-for-keycrm' ) }
			</h3>
			{ undoing.failure && <ErrorNotice { ...undoing.failure } /> }
			{ newest && isActive( run ) && (
				<RunProgress
					run={ run }
					aheadMs={ current.aheadMs }
					stepSince={ stepSince }
					runActions={ runActions }
				/>
			) }
			{ planned && (
				<PlanBar
					run={ shown }
					newest={ newest }
					runActions={ runActions }
				/>
			) }
			{ shown && ! planned && ! isActive( shown ) && (
				<UndoRun
					// An open dialog must not survive a change of the run.
					key={ shown.id }
					run={ shown }
					settings={ settings }
					current={ current }
					runActions={ runActions }
					busy={ undoing.busy }
					onUndo={ ( pause ) => void undo( shown, pause ) }
				/>
			) }
			<ErrorNotice error={ olderRun.error } />
			<ErrorNotice error={ error ?? history.error } />
			{ null === list && null === error && <Spinner /> }
			{ list && ! olderRun.error && (
				<ChangeTable
					list={ list }
					loading={ loading }
					columnOptions={ {
						planned,
						withTime: 'all' === runId,
						side: shown?.side ?? null,
						nowMs,
					} }
					sorting={ rest.sorting }
					onSort={ rest.sort }
					onPage={ rest.goToPage }
					empty={ emptySentence( rest.filtered, 'all' === runId ) }
				/>
			) }
			{ list && list.total > 0 && (
				<p>
					<DownloadChanges filter={ filter } />
				</p>
			) }
		</>
	);
}

export function ChangesScreen( props: Props ) {
	const { run } = props.current;
	if ( null === run ) {
		return (
			<p>
				{ __(
					'There is nothing to show yet: the shop has not been synced with KeyCRM.',
					'stock-sync-for-keycrm'
				) }
			</p>
		);
	}
	return <ChangeListView run={ run } { ...props } />;
}
