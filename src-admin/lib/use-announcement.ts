import { speak } from '@wordpress/a11y';
import { useEffect, useRef } from '@wordpress/element';

/** Announces `sentence` to screen readers whenever `about` changes; by default `about` is the sentence. */
export function useAnnouncement( sentence: string, about = sentence ): void {
	const announced = useRef( about );

	useEffect( () => {
		if ( '' !== sentence && announced.current !== about ) {
			speak( sentence );
		}
		announced.current = about;
	}, [ about, sentence ] );
}
