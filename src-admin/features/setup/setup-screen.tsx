import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { NeighbourNotices } from '../stock-state/environment-notices';
import { StepCard, type StepState } from './step-card';
import { Connect } from './connect-step';
import { Orders } from './orders-step';
import { Preview } from './preview-step';
import { Sell } from './for-sale-step';
import { SwitchOn } from './switch-on-step';
import type { HeadlineState, Settings } from '../../contract';
import type { CurrentRunState, KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { StateCard } from '../stock-state/state-card';
import { isActive, isPreviewMade } from '../current-run/run-facts';

interface Props {
	settings: Settings;
	current: KnownRun;
	runs: CurrentRunState;
}

/** What keeps the steps from being done, or needs a word before them. */
const STATES_SHOWN: readonly HeadlineState[] = [
	'shop_off',
	'needs_decision',
	'no_products',
	'all_excluded',
	'no_skus',
	'none_matched',
];

/**
 * From the key to the first right stock: five steps, each opened by the one before. Only the third may be passed over:
 * until it is answered every recent order is subtracted.
 */
export function FirstVisit( { settings, current, runs }: Props ) {
	const { run, facts, last_success: lastSuccess, orders } = current;
	const runActions = useRunActions();
	// Who has run a preview has been through the second step before.
	const [ sold, setSold ] = useState( null !== run );
	const [ reached, setReached ] = useState( 0 );

	const answered = 'none' === orders.question;
	const connected = settings.api_key_set;
	// A preview of settings that have been changed since is no preview any more.
	const preview = isPreviewMade( run ) && ! run.settings_changed ? run : null;
	const applying = isActive( run ) && 'sync' === run.mode;
	const synced = null !== lastSuccess;
	const canSwitchOn = null !== preview || applying || synced;
	const stepState = ( done: boolean, before: boolean ): StepState => {
		if ( ! before ) {
			return 'locked';
		}
		return done ? 'done' : 'open';
	};

	return (
		<>
			<h3 className="keycrm-stock-headline">
				{ __( 'Connect your shop to KeyCRM', 'stock-sync-for-keycrm' ) }
			</h3>
			{ STATES_SHOWN.includes( facts.headline.state ) &&
				! isActive( run ) && (
					<StateCard
						settings={ settings }
						current={ current }
						runs={ runs }
						runActions={ runActions }
					/>
				) }
			<NeighbourNotices settings={ settings } current={ current } />
			<ol className="keycrm-stock-steps">
				<StepCard
					number={ 1 }
					title={ __( 'API key', 'stock-sync-for-keycrm' ) }
					state={ stepState( connected, true ) }
					missing=""
					reached={ false }
				>
					<Connect
						settings={ settings }
						onConnected={ () => setReached( 2 ) }
					/>
				</StepCard>
				<StepCard
					number={ 2 }
					title={ __(
						'Stock available for sale',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( sold, connected ) }
					missing={ __(
						'First check the connection (step 1).',
						'stock-sync-for-keycrm'
					) }
					reached={ 2 === reached }
				>
					<Sell
						settings={ settings }
						done={ sold }
						onDone={ () => {
							setSold( true );
							// An answered question needs no second look.
							setReached( answered ? 4 : 3 );
						} }
					/>
				</StepCard>
				<StepCard
					number={ 3 }
					title={ __(
						'Orders of this shop',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( answered, connected && sold ) }
					missing={ __(
						'First say what may be sold (step 2).',
						'stock-sync-for-keycrm'
					) }
					reached={ 3 === reached }
				>
					<Orders
						settings={ settings }
						orders={ orders }
						passedBefore={ null !== run }
						onDone={ () => setReached( 4 ) }
					/>
				</StepCard>
				<StepCard
					number={ 4 }
					title={ __(
						'Look before anything changes',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( canSwitchOn, connected && sold ) }
					missing={ __(
						'First say what may be sold (step 2).',
						'stock-sync-for-keycrm'
					) }
					reached={ 4 === reached }
					// Where a preview that was made or cancelled is to be looked at.
					{ ...( ! applying && ! synced && { takesFocus: true } ) }
				>
					<Preview
						current={ current }
						runs={ runs }
						preview={ preview }
					/>
				</StepCard>
				<StepCard
					number={ 5 }
					title={ __(
						'Keep it right by itself',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( false, canSwitchOn ) }
					missing={ __(
						'First look at what would change (step 4).',
						'stock-sync-for-keycrm'
					) }
					reached={ false }
					{ ...( ( applying || synced ) && { takesFocus: true } ) }
				>
					<SwitchOn
						settings={ settings }
						current={ current }
						runs={ runs }
						preview={ preview }
					/>
				</StepCard>
			</ol>
		</>
	);
}
