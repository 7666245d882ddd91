import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ChangeFilters } from '../components/change-filters';
import { ChangeTable } from '../components/change-table';
import { ErrorNotice } from '../components/error-notice';
import { Pager } from '../components/pager';
import type { CurrentRun, Run } from '../contract';
import { useChanges } from '../hooks/use-changes';
import { useNow } from '../hooks/use-now';
import { useRuns } from '../hooks/use-runs';
import type { Route } from '../route';

interface Props {
	route: Route;
	current: CurrentRun;
	ahead_ms: number;
	navigate: ( route: Route ) => void;
}

const PER_PAGE = 50;
const RUNS_OFFERED = 50;

function List( {
	route,
	run,
	ahead_ms,
	navigate,
}: Omit< Props, 'current' > & { run: Run } ) {
	const run_id = route.run || run.id;
	const [ page, setPage ] = useState( 1 );
	const [ search, setSearch ] = useState( '' );
	const now_ms = useNow( ahead_ms, 60_000 );
	// A run that goes on may have new rows after each phase.
	const revision = run_id === run.id ? `${ run.status } ${ run.phase }` : '';
	const runs = useRuns( RUNS_OFFERED, `${ run.id } ${ run.status }` );
	const { answer, loading, error } = useChanges(
		{ run_id, page, per_page: PER_PAGE, outcome: route.outcome, search },
		revision
	);

	return (
		<>
			<ChangeFilters
				runs={ runs.answer?.items ?? [ run ] }
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
			<ErrorNotice error={ error ?? runs.error } />
			{ null === answer && null === error && <Spinner /> }
			{ answer && answer.items.length > 0 && (
				<>
					<ChangeTable changes={ answer.items } loading={ loading } />
					<Pager { ...answer } onPage={ setPage } />
				</>
			) }
			{ answer && 0 === answer.items.length && (
				<p role="status">
					{ '' === search && '' === route.outcome
						? __(
								'Nothing changed in this check, and nothing needs a look.',
								'stock-sync-for-keycrm'
						  )
						: __(
								'No product fits this search.',
								'stock-sync-for-keycrm'
						  ) }
				</p>
			) }
		</>
	);
}

export function Changes( { current, ...props }: Props ) {
	if ( null === current.run ) {
		return (
			<p>
				{ __(
					'There is nothing to show yet: no check has been made.',
					'stock-sync-for-keycrm'
				) }
			</p>
		);
	}
	return <List run={ current.run } { ...props } />;
}
