import { QueryClientProvider } from '@tanstack/react-query';
import { Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { createQueryClient } from '../api/query-client';
import { useSettings } from '../api/queries';
import { UnsavedContext } from './router/unsaved';
import { ErrorNotice } from '../ui/error-notice';
import { LeaveDialog } from './leave-dialog';
import { NavigateContext } from './router/route-link';
import { Screen } from './screen';
import { TabBar, tabNames } from './tab-bar';
import { TroubleNotice } from './connection-notice';
import type { Settings } from '../contract';
import {
	useCurrentRun,
	type CurrentRunState,
	type KnownRun,
} from '../features/current-run/use-current-run';
import { announcementOf } from '../features/stock-state/headline';
import { useAnnouncement } from '../lib/use-announcement';
import { useRoute, type RouteState } from './router/use-route';
import { useLostFocus } from '../lib/use-lost-focus';
import { Changes } from '../features/changes/changes-screen';
import { FirstVisit } from '../features/setup/setup-screen';
import { Help } from '../features/help/help-screen';
import { OutOfStep } from '../features/mismatches/mismatches-screen';
import { Overview } from '../features/overview/overview-screen';
import { SettingsScreen } from '../features/settings/settings-screen';
import { ErrorBoundary } from '../ui/error-boundary';

interface Props {
	settings: Settings;
	current: KnownRun;
	runs: CurrentRunState;
	router: RouteState;
}

function Place( { settings, current, runs, router }: Props ) {
	const { route, navigate } = router;
	const shared = { settings, current, runs };
	switch ( route.tab ) {
		case 'overview':
			return settings.set_up ? (
				<Overview { ...shared } />
			) : (
				<FirstVisit { ...shared } />
			);
		case 'changes':
			return (
				<Changes { ...shared } route={ route } navigate={ navigate } />
			);
		case 'out-of-step':
			return (
				<OutOfStep route={ route } current={ current } runs={ runs } />
			);
		case 'settings':
			return (
				<SettingsScreen
					settings={ settings }
					current={ current }
					field={ route.field }
					navigate={ navigate }
				/>
			);
		case 'help':
			return <Help settings={ settings } />;
	}
}

function Page() {
	const { data: settings, error, refetch } = useSettings();
	const runs = useCurrentRun();
	const router = useRoute();
	const { current, trouble } = runs;
	const { tab, field } = router.route;
	const firstTab = useRef( tab );
	const arrived = useRef( false );
	arrived.current ||= tab !== firstTab.current;
	const page = useRef< HTMLDivElement >( null );
	const title = tabNames()[ tab ];

	useLostFocus( page );
	const [ said, about ] = current ? announcementOf( current ) : [ '', '' ];
	useAnnouncement( said, about );
	useEffect( () => {
		// As WordPress names its pages: the place first, the site last.
		const [ , ...rest ] = document.title.split( ' ‹ ' );
		document.title = [
			`${ title } – ${ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }`,
			...rest,
		].join( ' ‹ ' );
	}, [ title ] );

	return (
		<NavigateContext.Provider value={ router.navigate }>
			<UnsavedContext.Provider value={ router.noteUnsaved }>
				<div ref={ page }>
					<h1>{ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }</h1>
					<TabBar tab={ tab } />
					{ /* What both questions were answered with is said once. */ }
					{ ! trouble?.says( error ) && (
						<TroubleNotice trouble={ trouble } />
					) }
					<ErrorNotice
						error={ error }
						onAgain={ () => void refetch() }
					/>
					{ settings && current ? (
						<Screen
							key={ tab }
							title={ title }
							// A setting that the person was sent to takes the focus itself.
							arrived={ arrived.current && '' === field }
						>
							<ErrorBoundary>
								<Place
									settings={ settings }
									current={ current }
									runs={ runs }
									router={ router }
								/>
							</ErrorBoundary>
						</Screen>
					) : (
						null === error && null === trouble && <Spinner />
					) }
				</div>
				{ router.asking && <LeaveDialog onAnswer={ router.answer } /> }
			</UnsavedContext.Provider>
		</NavigateContext.Provider>
	);
}

export function App() {
	const [ client ] = useState( createQueryClient );
	return (
		<QueryClientProvider client={ client }>
			<ErrorBoundary>
				<Page />
			</ErrorBoundary>
		</QueryClientProvider>
	);
}
