import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';

/** Tells the screen reader a sentence whenever what it is about changes, or (without that) the sentence itself. */
export function useAnnouncement( sentence: string, about = sentence ): void {
	const told = useRef( about );

	useEffect( () => {
		if ( '' !== sentence && told.current !== about ) {
			speak( sentence );
		}
		told.current = about;
	}, [ about, sentence ] );
}
