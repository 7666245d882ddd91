import { useEffect, useState } from '@wordpress/element';

/** Whether something has been going on for longer than so many milliseconds; `since` is null while nothing is. */
export function useSlow( since: number | null, limitMs: number ): boolean {
	const [ slow, setSlow ] = useState( false );

	useEffect( () => {
		setSlow( false );
		if ( null === since ) {
			return undefined;
		}
		const timer = setTimeout(
			() => setSlow( true ),
			Math.max( 0, since + limitMs - Date.now() )
		);
		return () => clearTimeout( timer );
	}, [ since, limitMs ] );

	return slow && null !== since;
}
