import {
	createContext,
	useContext,
	useEffect,
	useId,
} from '@wordpress/element';

/** Reports whether a part of the page has unsaved input. */
export const UnsavedContext = createContext<
	( part: string, unsaved: boolean ) => void
>( () => {} );

/** While `unsaved`, the person is asked before leaving the tab or the page. */
export function useUnsaved( unsaved: boolean ): void {
	const part = useId();
	const note = useContext( UnsavedContext );

	useEffect( () => {
		note( part, unsaved );
		return () => note( part, false );
	}, [ note, part, unsaved ] );
}
