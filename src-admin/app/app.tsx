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
import { ConnectionNotice } from './connection-notice';
import type { Settings } from '../contract';
import {
	useCurrentRun,
	type KnownRun,
} from '../features/current-run/use-current-run';
import { announcementOf } from '../features/stock-state/headline';
import { useAnnouncement } from '../lib/use-announcement';
import { useRoute, type RouteState } from './router/use-route';
import { useLostFocus } from '../lib/use-lost-focus';
import { ChangesScreen } from '../features/changes/changes-screen';
import { SetupScreen } from '../features/setup/setup-screen';
import { HelpScreen } from '../features/help/help-screen';
import { MismatchesScreen } from '../features/mismatches/mismatches-screen';
import { OverviewScreen } from '../features/overview/overview-screen';
import { SettingsScreen } from '../features/settings/settings-screen';
import { ErrorBoundary } from '../ui/error-boundary';

interface Props {
	settings: Settings;
	current: KnownRun;
	stepSince: number | null;
	router: RouteState;
}

function CurrentScreen( { settings, current, stepSince, router }: Props ) {
	const { route, navigate } = router;
	const shared = { settings, current, stepSince };
	switch ( route.tab ) {
		case 'overview':
			return settings.set_up ? (
				<OverviewScreen { ...shared } />
			) : (
				<SetupScreen { ...shared } />
			);
		case 'changes':
			return (
				<ChangesScreen
					{ ...shared }
					route={ route }
					navigate={ navigate }
				/>
			);
		case 'out-of-step':
			return (
				<MismatchesScreen
					route={ route }
					current={ current }
					stepSince={ stepSince }
					navigate={ navigate }
				/>
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
			return <HelpScreen settings={ settings } />;
	}
}

function AdminPage() {
	const { data: settings, error, refetch } = useSettings();
	const { current, connectionError, stepSince } = useCurrentRun();
	const router = useRoute();
	const { tab, field } = router.route;
	const firstTab = useRef( tab );
	const arrived = useRef( false );
	arrived.current ||= tab !== firstTab.current;
	const root = useRef< HTMLDivElement >( null );
	const title = tabNames()[ tab ];

	useLostFocus( root );
	const [ announcement, about ] = current
		? announcementOf( current )
		: [ '', '' ];
	useAnnouncement( announcement, about );
	useEffect( () => {
		// WordPress writes the name of the page first and the name of the site last.
		const [ , ...rest ] = document.title.split( ' ‹ ' );
		document.title = [
			`${ title } – ${ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }`,
			...rest,
		].join( ' ‹ ' );
	}, [ title ] );

	return (
		<NavigateContext.Provider value={ router.navigate }>
			<UnsavedContext.Provider value={ router.noteUnsaved }>
				<div ref={ root }>
					<h1>{ __( 'KeyCRM stock', 'stock-sync-for-keycrm' ) }</h1>
					<TabBar tab={ tab } />
					{ /* If both requests failed for one reason, one message is enough. */ }
					{ ! connectionError?.equals( error ) && (
						<ConnectionNotice error={ connectionError } />
					) }
					<ErrorNotice
						error={ error }
						onRetry={ () => void refetch() }
					/>
					{ settings && current ? (
						<Screen
							key={ tab }
							title={ title }
							// A link to a setting moves the focus to its field instead.
							arrived={ arrived.current && '' === field }
						>
							<ErrorBoundary>
								<CurrentScreen
									settings={ settings }
									current={ current }
									stepSince={ stepSince }
									router={ router }
								/>
							</ErrorBoundary>
						</Screen>
					) : (
						null === error &&
						null === connectionError && <Spinner />
					) }
				</div>
				{ router.pendingRoute && (
					<LeaveDialog onAnswer={ router.answerLeave } />
				) }
			</UnsavedContext.Provider>
		</NavigateContext.Provider>
	);
}

export function App() {
	const [ client ] = useState( createQueryClient );
	return (
		<QueryClientProvider client={ client }>
			<ErrorBoundary>
				<AdminPage />
			</ErrorBoundary>
		</QueryClientProvider>
	);
}
