import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { hrefOf, readRoute, type Route } from './route';

export interface RouteState {
	route: Route;
	navigate: ( route: Route ) => void;
	/** The route that waits for the answer in the "leave without saving" dialog, or null. */
	pendingRoute: Route | null;
	answerLeave: ( leave: boolean ) => void;
	/** Called when a part of the tab gets or loses unsaved input. */
	noteUnsaved: ( part: string, unsaved: boolean ) => void;
}

const currentRoute = () => readRoute( window.location.search );

const pushRoute = ( route: Route ) =>
	window.history.pushState(
		null,
		'',
		hrefOf( route, window.location.search )
	);

/** The route in the URL. Leaving a tab with unsaved input needs a confirmation. */
export function useRoute(): RouteState {
	const [ route, setRoute ] = useState( currentRoute );
	const [ pendingRoute, setPendingRoute ] = useState< Route | null >( null );
	const [ unsavedParts, setUnsavedParts ] = useState< readonly string[] >(
		[]
	);
	const unsaved = unsavedParts.length > 0;
	const shown = useRef( route );

	const showRoute = useCallback( ( next: Route ) => {
		shown.current = next;
		setRoute( next );
	}, [] );

	const navigate = useCallback(
		( next: Route ) => {
			if ( unsaved && next.tab !== shown.current.tab ) {
				setPendingRoute( next );
				return;
			}
			pushRoute( next );
			showRoute( next );
		},
		[ showRoute, unsaved ]
	);

	useEffect( () => {
		const onBack = () => {
			const next = currentRoute();
			if ( unsaved && next.tab !== shown.current.tab ) {
				// The browser has changed the URL already, so we put the old one back.
				pushRoute( shown.current );
				setPendingRoute( next );
				return;
			}
			showRoute( next );
		};
		window.addEventListener( 'popstate', onBack );
		return () => window.removeEventListener( 'popstate', onBack );
	}, [ showRoute, unsaved ] );

	useEffect( () => {
		if ( ! unsaved ) {
			return undefined;
		}
		const askBeforeUnload = ( event: BeforeUnloadEvent ) =>
			event.preventDefault();
		window.addEventListener( 'beforeunload', askBeforeUnload );
		return () =>
			window.removeEventListener( 'beforeunload', askBeforeUnload );
	}, [ unsaved ] );

	const noteUnsaved = useCallback(
		( part: string, isUnsaved: boolean ) =>
			setUnsavedParts( ( old ) => {
				if ( isUnsaved === old.includes( part ) ) {
					return old;
				}
				return isUnsaved
					? [ ...old, part ]
					: old.filter( ( other ) => other !== part );
			} ),
		[]
	);

	const answerLeave = ( leave: boolean ) => {
		if ( leave && null !== pendingRoute ) {
			pushRoute( pendingRoute );
			showRoute( pendingRoute );
			setUnsavedParts( [] );
		}
		setPendingRoute( null );
	};

	return {
		route,
		navigate,
		pendingRoute,
		answerLeave,
		noteUnsaved,
	};
}
