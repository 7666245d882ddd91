import { useEffect, useState } from '@wordpress/element';

/** Whether something has been going on for longer than so many milliseconds; `since` is null while nothing is. */
export function useSlow(
	since: number | null,
	longer_than_ms: number
): boolean {
	const [ slow, setSlow ] = useState( false );

	useEffect( () => {
		setSlow( false );
		if ( null === since ) {
			return undefined;
		}
		const timer = setTimeout(
			() => setSlow( true ),
			Math.max( 0, since + longer_than_ms - Date.now() )
		);
		return () => clearTimeout( timer );
	}, [ since, longer_than_ms ] );

	return slow && null !== since;
}
