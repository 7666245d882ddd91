import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { NeighbourNotices } from '../components/neighbour-notices';
import { StateActions } from '../components/state-actions';
import { StateCard } from '../components/state-card';
import { StepCard, type StepState } from '../components/step-card';
import { Connect } from '../components/steps/connect';
import { Preview } from '../components/steps/preview';
import { Sell } from '../components/steps/sell';
import { SwitchOn } from '../components/steps/switch-on';
import type { CurrentRun, Settings, SettingsPatch } from '../contract';
import type { CurrentRunState } from '../hooks/use-current-run';
import { useNow } from '../hooks/use-now';
import { overviewState } from '../overview-state';
import { isActive, isPreviewMade } from '../run-facts';
import { explanation } from '../state-explanation';
import { headline } from '../state-words';

interface Props {
	settings: Settings;
	save: ( patch: SettingsPatch ) => Promise< Settings >;
	current: CurrentRun;
	runs: CurrentRunState;
}

/** From the key to the first right stock: four steps, each opened by the one before. */
export function FirstVisit( { settings, save, current, runs }: Props ) {
	const { run } = current;
	const now_ms = useNow( runs.ahead_ms, 15_000 );
	const moment = { now_ms, ...current };
	const state = overviewState( settings, current );
	// Who has run a preview has been through the second step before.
	const [ sold, setSold ] = useState( null !== run );
	// A preview of settings that have been changed since is no preview any more.
	const [ outdated_id, setOutdated ] = useState( 0 );
	const [ reached, setReached ] = useState( 0 );

	const connected = settings.api_key_set;
	const preview = isPreviewMade( run ) && run.id !== outdated_id ? run : null;
	const applying = isActive( run ) && 'sync' === run.mode;
	const stepState = ( done: boolean, before: boolean ): StepState => {
		if ( ! before ) {
			return 'locked';
		}
		return done ? 'done' : 'open';
	};

	return (
		<>
			<p className="keycrm-stock-headline">
				{ __( 'Connect your shop to KeyCRM', 'stock-sync-for-keycrm' ) }
			</p>
			{ ( 'shop_off' === state.kind || 'decision' === state.kind ) && (
				<StateCard
					kind={ state.kind }
					headline={ headline( state, moment ) }
					times=""
					explanation={ explanation( state, moment ) }
					button={ null }
				>
					<StateActions
						state={ state }
						acting={ runs.acting }
						onConfirm={ ( stopped ) =>
							void runs.confirm( stopped )
						}
						onApply={ ( shown ) => void runs.apply( shown ) }
						onDiscard={ ( stopped ) => void runs.cancel( stopped ) }
					/>
				</StateCard>
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
						save={ save }
						onConnected={ () => setReached( 2 ) }
					/>
				</StepCard>
				<StepCard
					number={ 2 }
					title={ __( 'What may be sold', 'stock-sync-for-keycrm' ) }
					state={ stepState( sold, connected ) }
					missing={ __(
						'First check the connection (step 1).',
						'stock-sync-for-keycrm'
					) }
					reached={ 2 === reached }
				>
					<Sell
						settings={ settings }
						save={ save }
						done={ sold }
						onDone={ ( changed ) => {
							setSold( true );
							setReached( 3 );
							setOutdated( changed ? run?.id ?? 0 : outdated_id );
						} }
					/>
				</StepCard>
				<StepCard
					number={ 3 }
					title={ __(
						'Look before anything changes',
						'stock-sync-for-keycrm'
					) }
					state={ stepState(
						null !== preview || applying,
						connected && sold
					) }
					missing={ __(
						'First say what may be sold (step 2).',
						'stock-sync-for-keycrm'
					) }
					reached={ 3 === reached }
				>
					<Preview
						runs={ runs }
						state={ state }
						moment={ moment }
						preview={ preview }
					/>
				</StepCard>
				<StepCard
					number={ 4 }
					title={ __(
						'Keep it right by itself',
						'stock-sync-for-keycrm'
					) }
					state={ stepState( false, null !== preview || applying ) }
					missing={ __(
						'First look at what would change (step 3).',
						'stock-sync-for-keycrm'
					) }
					reached={ false }
				>
					<SwitchOn
						settings={ settings }
						save={ save }
						runs={ runs }
						preview={ preview }
					/>
				</StepCard>
			</ol>
		</>
	);
}
