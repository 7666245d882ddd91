import { Card, CardBody } from '@wordpress/components';
import { Icon } from '../../ui/icon';
import { RunProgress } from '../current-run/run-progress';
import { TechnicalDetails } from '../../ui/technical-details';
import type { HeadlineState, Settings } from '../../contract';
import { focusHere } from '../../lib/use-lost-focus';
import { isActive } from '../current-run/run-facts';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import {
	areFactsOld,
	type CurrentRunState,
	type KnownRun,
} from '../current-run/use-current-run';
import type { RunActions } from '../current-run/use-run-actions';
import { FactActions } from './fact-actions';
import { FactList } from './fact-list';
import { headlineOf } from './headline';
import { promiseOf } from '../current-run/preview-age';

const ICONS: Record< HeadlineState, string > = {
	syncing: 'update',
	shop_off: 'dismiss',
	no_key: 'admin-network',
	needs_decision: 'warning',
	failed: 'dismiss',
	new_key: 'admin-network',
	previewed: 'visibility',
	undone: 'undo',
	cancelled: 'controls-pause',
	no_products: 'warning',
	all_excluded: 'controls-pause',
	no_skus: 'dismiss',
	none_matched: 'dismiss',
	never_synced: 'marker',
	none_in_sync: 'flag',
	settings_changed: 'flag',
	stale: 'clock',
	partly_in_sync: 'flag',
	in_sync: 'yes-alt',
};

interface Props {
	settings: Settings;
	current: KnownRun;
	runs: CurrentRunState;
	run_actions: RunActions;
}

/** How the sync stands: one line, the three facts under it, what it means, and what can be done. */
export function StateCard( { settings, current, runs, run_actions }: Props ) {
	const { run, facts } = current;
	const { state, tone, text } = headlineOf( current );
	const is_settled = ! isActive( run ) && ! areFactsOld( current );
	const promise = is_settled && run ? promiseOf( run ) : '';
	return (
		<Card className={ `keycrm-stock-state is-${ tone }` }>
			<CardBody>
				<div className="keycrm-stock-state-head">
					<Icon name={ ICONS[ state ] } />
					<div>
						<h3
							className="keycrm-stock-headline"
							{ ...focusHere( 'result' ) }
						>
							{ text }
						</h3>
						<FactList
							facts={ facts }
							can_switch_on={ settings.set_up }
						/>
						{ is_settled &&
							facts.explanation.map( ( sentence ) => (
								<p key={ sentence }>{ sentence }</p>
							) ) }
						{ promise && <p>{ promise }</p> }
					</div>
				</div>
				{ isActive( run ) && (
					<RunProgress
						run={ run }
						ahead_ms={ current.ahead_ms }
						step_since={ runs.step_since }
						run_actions={ run_actions }
					/>
				) }
				{ is_settled && (
					<FactActions
						actions={ facts.actions }
						run={ run }
						waiting_run_id={ facts.waiting_run_id }
						run_actions={ run_actions }
					/>
				) }
				<RunFailureNotice failure={ run_actions.failure } />
				{ 'failed' === state && (
					<TechnicalDetails error={ run?.error ?? null } />
				) }
			</CardBody>
		</Card>
	);
}
