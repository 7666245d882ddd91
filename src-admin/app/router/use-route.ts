import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { hrefOf, readRoute, type Route } from './route';

export interface RouteState {
	route: Route;
	navigate: ( route: Route ) => void;
	/** Where the person wants to go while something is unsaved; null where nothing is asked. */
	asking: Route | null;
	answer: ( leave: boolean ) => void;
	/** Some part of this tab has, or no longer has, what would be lost by leaving. */
	noteUnsaved: ( part: string, unsaved: boolean ) => void;
}

const here = () => readRoute( window.location.search );

const put = ( route: Route ) =>
	window.history.pushState(
		null,
		'',
		hrefOf( route, window.location.search )
	);

/** The place in the address. Leaving a tab with unsaved changes asks first. */
export function useRoute(): RouteState {
	const [ route, setRoute ] = useState( here );
	const [ asking, setAsking ] = useState< Route | null >( null );
	const [ parts, setParts ] = useState< readonly string[] >( [] );
	const unsaved = parts.length > 0;
	const shown = useRef( route );

	const go = useCallback( ( next: Route ) => {
		shown.current = next;
		setRoute( next );
	}, [] );

	const navigate = useCallback(
		( next: Route ) => {
			if ( unsaved && next.tab !== shown.current.tab ) {
				setAsking( next );
				return;
			}
			put( next );
			go( next );
		},
		[ go, unsaved ]
	);

	useEffect( () => {
		const onBack = () => {
			const next = here();
			if ( unsaved && next.tab !== shown.current.tab ) {
				// The browser has left already: come back, and ask.
				put( shown.current );
				setAsking( next );
				return;
			}
			go( next );
		};
		window.addEventListener( 'popstate', onBack );
		return () => window.removeEventListener( 'popstate', onBack );
	}, [ go, unsaved ] );

	useEffect( () => {
		if ( ! unsaved ) {
			return undefined;
		}
		const ask = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', ask );
		return () => window.removeEventListener( 'beforeunload', ask );
	}, [ unsaved ] );

	const noteUnsaved = useCallback(
		( part: string, isUnsaved: boolean ) =>
			setParts( ( old ) => {
				if ( isUnsaved === old.includes( part ) ) {
					return old;
				}
				return isUnsaved
					? [ ...old, part ]
					: old.filter( ( other ) => other !== part );
			} ),
		[]
	);

	const answer = ( leave: boolean ) => {
		if ( leave && null !== asking ) {
			put( asking );
			go( asking );
			setParts( [] );
		}
		setAsking( null );
	};

	return { route, navigate, asking, answer, noteUnsaved };
}
