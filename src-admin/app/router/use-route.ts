import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { hrefOf, readRoute, type Route } from './route';

export interface RouteState {
	route: Route;
	navigate: ( route: Route ) => void;
	/** Where the person wants to go while something is unsaved; null where nothing is asked. */
	pendingRoute: Route | null;
	answerLeave: ( leave: boolean ) => void;
	/** Some part of this tab has, or no longer has, what would be lost by leaving. */
	noteUnsaved: ( part: string, unsaved: boolean ) => void;
}

const currentRoute = () => readRoute( window.location.search );

const pushRoute = ( route: Route ) =>
	window.history.pushState(
		null,
		'',
		hrefOf( route, window.location.search )
	);

/** The place in the address. Leaving a tab with unsaved changes asks first. */
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
				// The browser has left already: come back, and ask.
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
