import { Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useMismatchGroups } from '../../api/queries';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { GroupList } from './group-list';
import { Mismatches } from './mismatch-group';
import { RunProgress } from '../current-run/run-progress';
import type { MismatchGroups } from '../../contract';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { CurrentRunState, KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { formatRelative } from '../../lib/format';
import { useNow } from '../../lib/use-now';
import { focusHere } from '../../lib/use-lost-focus';
import type { Route } from '../../app/router/route';
import { isActive } from '../current-run/run-facts';

interface Props {
	route: Route;
	current: KnownRun;
	runs: CurrentRunState;
}

/** As of when the lists are. */
function timesLine( { compared_at }: MismatchGroups, now_ms: number ): string {
	return null === compared_at
		? __(
				'The shop and KeyCRM have not been compared yet, so nothing is known. Make a preview or sync on the Overview.',
				'stock-sync-for-keycrm'
		  )
		: sprintf(
				/* translators: %s: when, e.g. "4 minutes ago". */
				__(
					'As of the last comparison, %s. Fixes in a product appear after the next sync.',
					'stock-sync-for-keycrm'
				),
				formatRelative( compared_at, now_ms )
		  );
}

export function OutOfStep( { route, current, runs }: Props ) {
	const { run } = current;
	const now_ms = useNow( current.ahead_ms, 15_000 );
	const run_actions = useRunActions();
	const { data, error, isPending, refetch } = useMismatchGroups();
	const shown = data?.groups.find( ( { group, count } ) =>
		route.group ? group === route.group : count > 0
	);

	return (
		<>
			{ isActive( run ) && (
				<RunProgress
					run={ run }
					ahead_ms={ current.ahead_ms }
					step_since={ runs.step_since }
					run_actions={ run_actions }
				/>
			) }
			<RunFailureNotice failure={ run_actions.failure } />
			<ErrorNotice error={ error } onAgain={ () => void refetch() } />
			{ isPending && <Spinner /> }
			{ data && (
				<div className="keycrm-stock-row keycrm-stock-filters">
					<p
						className="keycrm-stock-quiet"
						{ ...focusHere( 'result' ) }
					>
						{ timesLine( data, now_ms ) }
					</p>
					{ data.run_id > 0 && ! isActive( run ) && (
						<ActionButton
							busy={ 'sync' === run_actions.pending }
							disabled={ null !== run_actions.pending }
							onClick={ () => void run_actions.start( 'sync' ) }
						>
							{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
						</ActionButton>
					) }
				</div>
			) }
			{ data && shown && (
				<>
					<GroupList groups={ data.groups } shown={ shown.group } />
					<Mismatches key={ shown.group } of={ shown } />
				</>
			) }
			{ data && ! shown && data.run_id > 0 && (
				<p role="status">
					{ __(
						'Nothing needs attention: no product of the shop and none in KeyCRM was without its counterpart.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
		</>
	);
}
