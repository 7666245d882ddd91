import { Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { useMismatchGroups } from '../../api/queries';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';
import { GroupList } from './group-list';
import { GroupSection } from './mismatch-group';
import { RunProgress } from '../current-run/run-progress';
import type { CreateMode, MismatchGroups } from '../../contract';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { formatRelative } from '../../lib/format';
import { useNow } from '../../lib/use-now';
import { focusTarget } from '../../lib/use-lost-focus';
import { routeTo, type Route } from '../../app/router/route';
import { isActive } from '../current-run/run-facts';

interface Props {
	route: Route;
	current: KnownRun;
	stepSince: number | null;
	navigate: ( route: Route ) => void;
}

/** When the shop and KeyCRM were last compared. */
function comparedSentence(
	{ compared_at: comparedAt }: MismatchGroups,
	nowMs: number
): string {
	return null === comparedAt
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
				formatRelative( comparedAt, nowMs )
		  );
}

export function MismatchesScreen( {
	route,
	current,
	stepSince,
	navigate,
}: Props ) {
	const { run } = current;
	const nowMs = useNow( current.aheadMs, 15_000 );
	const runActions = useRunActions();
	const { data, error, isPending, refetch } = useMismatchGroups();
	const shown = data?.groups.find( ( { group, count } ) =>
		route.group ? group === route.group : count > 0
	);

	const create = async ( mode: CreateMode ) => {
		const started = await runActions.start( mode );
		if ( started ) {
			navigate( routeTo( 'changes', { run: started.id } ) );
		}
	};

	return (
		<>
			{ isActive( run ) && (
				<RunProgress
					run={ run }
					aheadMs={ current.aheadMs }
					stepSince={ stepSince }
					runActions={ runActions }
				/>
			) }
			<RunFailureNotice failure={ runActions.failure } />
			<ErrorNotice error={ error } onRetry={ () => void refetch() } />
			{ isPending && <Spinner /> }
			{ data && (
				<div className="keycrm-stock-row keycrm-stock-filters">
					<p
						className="keycrm-stock-quiet"
						{ ...focusTarget( 'result' ) }
					>
						{ comparedSentence( data, nowMs ) }
					</p>
					{ data.run_id > 0 && ! isActive( run ) && (
						<ActionButton
							busy={ 'sync' === runActions.pending }
							disabled={ null !== runActions.pending }
							onClick={ () => void runActions.start( 'sync' ) }
						>
							{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
						</ActionButton>
					) }
				</div>
			) }
			{ data && shown && (
				<>
					<GroupList groups={ data.groups } shown={ shown.group } />
					<GroupSection
						key={ shown.group }
						group={ shown }
						pending={ runActions.pending }
						onCreate={ ( mode ) => void create( mode ) }
					/>
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
