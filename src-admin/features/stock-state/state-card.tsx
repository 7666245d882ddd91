import { Card, CardBody } from '@wordpress/components';
import { Icon } from '../../ui/icon';
import { RunProgress } from '../current-run/run-progress';
import { TechnicalDetails } from '../../ui/technical-details';
import type { HeadlineState, Settings } from '../../contract';
import { focusTarget } from '../../lib/use-lost-focus';
import { isActive } from '../current-run/run-facts';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import { areFactsOld, type KnownRun } from '../current-run/use-current-run';
import type { RunActions } from '../current-run/use-run-actions';
import { FactActions } from './fact-actions';
import { FactList } from './fact-list';
import { headlineOf } from './headline';

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
	stepSince: number | null;
	runActions: RunActions;
}

/** The state of the sync: headline, three facts, explanation, and actions. */
export function StateCard( {
	settings,
	current,
	stepSince,
	runActions,
}: Props ) {
	const { run, facts } = current;
	const { state, tone, text } = headlineOf( current );
	const isSettled = ! isActive( run ) && ! areFactsOld( current );
	const planAge = isSettled && run?.words.age;
	return (
		<Card className={ `keycrm-stock-state is-${ tone }` }>
			<CardBody>
				<div className="keycrm-stock-state-head">
					<Icon name={ ICONS[ state ] } />
					<div>
						<h3
							className="keycrm-stock-headline"
							{ ...focusTarget( 'result' ) }
						>
							{ text }
						</h3>
						<FactList
							facts={ facts }
							canSwitchOn={ settings.set_up }
						/>
						{ isSettled &&
							facts.explanation.map( ( sentence ) => (
								<p key={ sentence }>{ sentence }</p>
							) ) }
						{ planAge && <p>{ planAge }</p> }
					</div>
				</div>
				{ isActive( run ) && (
					<RunProgress
						run={ run }
						aheadMs={ current.aheadMs }
						stepSince={ stepSince }
						runActions={ runActions }
					/>
				) }
				{ isSettled && (
					<FactActions
						actions={ facts.actions }
						run={ run }
						waitingRunId={ facts.waiting_run_id }
						runActions={ runActions }
					/>
				) }
				<RunFailureNotice failure={ runActions.failure } />
				{ 'failed' === state && (
					<TechnicalDetails error={ run?.error ?? null } />
				) }
			</CardBody>
		</Card>
	);
}
