import { Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorNotice } from './components/error-notice';
import { LeaveDialog } from './components/leave-dialog';
import { NavigateContext } from './components/route-link';
import { Screen } from './components/screen';
import { TabBar, tabNames } from './components/tab-bar';
import { TroubleNotice } from './components/trouble-notice';
import type { CurrentRun, Settings } from './contract';
import { useAnnouncement } from './hooks/use-announcement';
import { useCurrentRun, type CurrentRunState } from './hooks/use-current-run';
import { useRoute, type RouteState } from './hooks/use-route';
import { useSettings, type SettingsState } from './hooks/use-settings';
import { overviewState } from './overview-state';
import { Changes } from './screens/changes';
import { FirstVisit } from './screens/first-visit';
import { Help } from './screens/help';
import { OutOfStep } from './screens/out-of-step';
import { Overview } from './screens/overview';
import { SettingsScreen } from './screens/settings';
import { announcement } from './state-words';

interface Props {
	settings: Settings;
	current: CurrentRun;
	save: SettingsState[ 'save' ];
	runs: CurrentRunState;
	router: RouteState;
}

function Place( { settings, current, save, runs, router }: Props ) {
	const { route, navigate, setUnsaved } = router;
	switch ( route.tab ) {
		case 'overview':
			return settings.set_up ? (
				<Overview
					settings={ settings }
					current={ current }
					runs={ runs }
				/>
			) : (
				<FirstVisit
					settings={ settings }
					save={ save }
					current={ current }
					runs={ runs }
				/>
			);
		case 'changes':
			return (
				<Changes
					route={ route }
					settings={ settings }
					save={ save }
					current={ current }
					runs={ runs }
					navigate={ navigate }
				/>
			);
		case 'out-of-step':
			return (
				<OutOfStep route={ route } current={ current } runs={ runs } />
			);
		case 'settings':
			return (
				<SettingsScreen
					settings={ settings }
					save={ save }
					field={ route.field }
					setUnsaved={ setUnsaved }
				/>
			);
		case 'help':
			return <Help settings={ settings } />;
	}
}

export function App() {
	const { settings, error, reload, save } = useSettings();
	const runs = useCurrentRun();
	const router = useRoute();
	const { current } = runs;
	const first_tab = useRef( router.route.tab );
	const arrived = useRef( false );
	arrived.current ||= router.route.tab !== first_tab.current;

	useAnnouncement(
		settings && current
			? announcement( overviewState( settings, current ), {
					...current,
					now_ms: Date.now() + runs.ahead_ms,
			  } )
			: ''
	);

	// The first run that ends well turns the first visit into the Overview.
	const waits_for_end =
		null !== settings &&
		! settings.set_up &&
		'succeeded' === current?.run?.status;
	useEffect( () => {
		if ( waits_for_end ) {
			void reload();
		}
	}, [ waits_for_end, reload ] );

	return (
		<NavigateContext.Provider value={ router.navigate }>
			<h1>{ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }</h1>
			<TabBar tab={ router.route.tab } />
			<TroubleNotice trouble={ runs.trouble } />
			<ErrorNotice error={ error } onAgain={ () => void reload() } />
			{ settings && current ? (
				<Screen
					key={ router.route.tab }
					title={ tabNames()[ router.route.tab ] }
					// A setting that the person was sent to takes the focus itself.
					arrived={ arrived.current && '' === router.route.field }
				>
					<Place
						settings={ settings }
						current={ current }
						save={ save }
						runs={ runs }
						router={ router }
					/>
				</Screen>
			) : (
				null === error && null === runs.trouble && <Spinner />
			) }
			{ router.asking && <LeaveDialog onAnswer={ router.answer } /> }
		</NavigateContext.Provider>
	);
}
