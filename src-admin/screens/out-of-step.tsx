import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ActionButton } from '../components/action-button';
import { ErrorNotice } from '../components/error-notice';
import { GroupList } from '../components/out-of-step/group-list';
import { Mismatches } from '../components/out-of-step/mismatches';
import { RunProgress } from '../components/run-progress';
import type { CurrentRun, MismatchGroups } from '../contract';
import { formatRelative } from '../format';
import type { CurrentRunState } from '../hooks/use-current-run';
import { useNow } from '../hooks/use-now';
import { useMismatchGroups } from '../hooks/use-mismatches';
import type { Route } from '../route';
import { isActive } from '../run-facts';

interface Props {
	route: Route;
	current: CurrentRun;
	runs: CurrentRunState;
}

/** As of when the lists are. */
function timesLine( { compared_at }: MismatchGroups, now_ms: number ): string {
	return null === compared_at
		? __(
				'The shop and KeyCRM have not been compared yet, so nothing is known. Make the first check on the Overview.',
				'stock-sync-for-keycrm'
		  )
		: sprintf(
				/* translators: %s: when, e.g. "4 minutes ago". */
				__(
					'As the last check found it, %s. What you mend in a product shows after the next one.',
					'stock-sync-for-keycrm'
				),
				formatRelative( compared_at, now_ms )
		  );
}

export function OutOfStep( { route, current, runs }: Props ) {
	const { run } = current;
	const now_ms = useNow( runs.ahead_ms, 15_000 );
	const [ mended, setMended ] = useState( 0 );
	const revision = `${ run?.id } ${ run?.status } ${ mended }`;
	const { answer, error } = useMismatchGroups( revision );
	const shown =
		route.group || answer?.groups.find( ( { count } ) => count > 0 )?.group;

	return (
		<>
			{ isActive( run ) && (
				<RunProgress
					run={ run }
					ahead_ms={ runs.ahead_ms }
					cancelling={ 'cancel' === runs.acting }
					onCancel={ () => void runs.cancel( run ) }
				/>
			) }
			<ErrorNotice error={ error ?? runs.refusal } />
			{ null === answer && null === error && <Spinner /> }
			{ answer && (
				<div className="keycrm-stock-row keycrm-stock-filters">
					<p className="keycrm-stock-quiet">
						{ timesLine( answer, now_ms ) }
					</p>
					{ answer.run_id > 0 && ! isActive( run ) && (
						<ActionButton
							busy={ 'start' === runs.acting }
							disabled={ null !== runs.acting }
							onClick={ () => void runs.start( 'sync' ) }
						>
							{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
						</ActionButton>
					) }
				</div>
			) }
			{ answer && shown && answer.run_id > 0 && (
				<>
					<GroupList groups={ answer.groups } shown={ shown } />
					<Mismatches
						key={ shown }
						group={ shown }
						revision={ revision }
						onMended={ () => setMended( mended + 1 ) }
					/>
				</>
			) }
			{ answer && ! shown && answer.run_id > 0 && (
				<p role="status">
					{ __(
						'Every product of the shop is in step with KeyCRM, and KeyCRM has none that the shop lacks.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
		</>
	);
}
