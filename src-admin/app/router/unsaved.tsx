import {
	createContext,
	useContext,
	useEffect,
	useId,
} from '@wordpress/element';

/** Notes, by part of the page, that something would be lost by leaving. */
export const UnsavedContext = createContext<
	( part: string, unsaved: boolean ) => void
>( () => {} );

/** While `unsaved`, whoever leaves the tab or the page is asked first. */
export function useUnsaved( unsaved: boolean ): void {
	const part = useId();
	const note = useContext( UnsavedContext );

	useEffect( () => {
		note( part, unsaved );
		return () => note( part, false );
	}, [ note, part, unsaved ] );
}
