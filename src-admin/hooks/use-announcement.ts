import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';

/** Tells the screen reader a sentence whenever it becomes another. */
export function useAnnouncement( sentence: string ): void {
	const told = useRef( sentence );

	useEffect( () => {
		if ( '' !== sentence && told.current !== sentence ) {
			speak( sentence );
		}
		told.current = sentence;
	}, [ sentence ] );
}
