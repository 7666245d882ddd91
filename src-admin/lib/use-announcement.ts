import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';

/** Tells the screen reader a sentence whenever what it is about changes, or (without that) the sentence itself. */
export function useAnnouncement( sentence: string, about = sentence ): void {
	const announced = useRef( about );

	useEffect( () => {
		if ( '' !== sentence && announced.current !== about ) {
			speak( sentence );
		}
		announced.current = about;
	}, [ about, sentence ] );
}
