import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { EnvironmentNotices } from '../stock-state/environment-notices';
import { StepCard, type StepState } from './step-card';
import { ConnectStep } from './connect-step';
import { OrdersStep } from './orders-step';
import { PreviewStep } from './preview-step';
import { FillOffer } from './fill-offer';
import { ForSaleStep } from './for-sale-step';
import { SwitchOnStep } from './switch-on-step';
import type { HeadlineState, Settings } from '../../contract';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { useWarehouses } from '../warehouses/use-warehouses';
import { StateCard } from '../stock-state/state-card';
import { isActive, isPreviewMade } from '../current-run/run-facts';

interface Props {
	settings: Settings;
	current: KnownRun;
	stepSince: number | null;
}

/** States that must be resolved before the steps can be done. */
const BLOCKING_STATES: readonly HeadlineState[] = [
	'shop_off',
	'needs_decision',
	'no_products',
	'all_excluded',
	'no_skus',
	'none_matched',
];

/**
 * Five steps from the API key to the first sync. Each opens when the previous one is done. Only the third may be
 * skipped: until it is answered every recent order is subtracted.
 */
export function SetupScreen( { settings, current, stepSince }: Props ) {
	const { run, facts, last_success: lastSuccess, orders } = current;
	const runActions = useRunActions();
	const warehouses = useWarehouses( settings.api_key_set );
	// Any run means that the second step was done before.
	const [ forSaleDone, setForSaleDone ] = useState( null !== run );
	const [ reachedStep, setReachedStep ] = useState( 0 );

	const answered = 'none' === orders.question;
	const connected = settings.api_key_set;
	// A preview with old settings does not count.
	const preview = isPreviewMade( run ) && ! run.settings_changed ? run : null;
	const applying = isActive( run ) && 'sync' === run.mode;
	const synced = null !== lastSuccess;
	const canSwitchOn = null !== preview || applying || synced;
	const stepState = ( done: boolean, isReachable: boolean ): StepState => {
		if ( ! isReachable ) {
			return 'locked';
		}
		return done ? 'done' : 'open';
	};

	return (
		<>
			<h3 className="keycrm-stock-headline">
				{ __( 'Connect your shop to KeyCRM', 'stock-sync-for-keycrm' ) }
			</h3>
			{ BLOCKING_STATES.includes( facts.headline.state ) &&
				! isActive( run ) && (
					<StateCard
						settings={ settings }
						current={ current }
						stepSince={ stepSince }
						runActions={ runActions }
					/>
				) }
			<EnvironmentNotices settings={ settings } current={ current } />
			<ol className="keycrm-stock-steps">
				<StepCard
					number={ 1 }
					title={ __( 'API key', 'stock-sync-for-keycrm' ) }
					state={ stepState( connected, true ) }
					lockedText=""
					isNext={ false }
				>
					<ConnectStep
						settings={ settings }
						onConnected={ () => setReachedStep( 2 ) }
					/>
				</StepCard>
				<StepCard
					number={ 2 }
					title={ __(
						'Stock available for sale',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( forSaleDone, connected ) }
					lockedText={ __(
						'First check the connection (step 1).',
						'stock-sync-for-keycrm'
					) }
					isNext={ 2 === reachedStep }
				>
					<ForSaleStep
						settings={ settings }
						warehouses={ warehouses }
						done={ forSaleDone }
						onDone={ () => {
							setForSaleDone( true );
							// Step 3 is skipped if its question is answered.
							setReachedStep( answered ? 4 : 3 );
						} }
					/>
					<FillOffer
						settings={ settings }
						warehouses={ warehouses }
						current={ current }
						stepSince={ stepSince }
					/>
				</StepCard>
				<StepCard
					number={ 3 }
					title={ __(
						'Orders of this shop',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( answered, connected && forSaleDone ) }
					lockedText={ __(
						'First say what may be sold (step 2).',
						'stock-sync-for-keycrm'
					) }
					isNext={ 3 === reachedStep }
				>
					<OrdersStep
						settings={ settings }
						orders={ orders }
						skippedBefore={ null !== run }
						onDone={ () => setReachedStep( 4 ) }
					/>
				</StepCard>
				<StepCard
					number={ 4 }
					title={ __(
						'Look before anything changes',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( canSwitchOn, connected && forSaleDone ) }
					lockedText={ __(
						'First say what may be sold (step 2).',
						'stock-sync-for-keycrm'
					) }
					isNext={ 4 === reachedStep }
					// A preview that ends returns the focus to this step.
					{ ...( ! applying && ! synced && { takesFocus: true } ) }
				>
					<PreviewStep
						current={ current }
						stepSince={ stepSince }
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
					lockedText={ __(
						'First look at what would change (step 4).',
						'stock-sync-for-keycrm'
					) }
					isNext={ false }
					{ ...( ( applying || synced ) && { takesFocus: true } ) }
				>
					<SwitchOnStep
						settings={ settings }
						current={ current }
						stepSince={ stepSince }
						preview={ preview }
					/>
				</StepCard>
			</ol>
		</>
	);
}
