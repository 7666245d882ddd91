import { useEffect, useState } from '@wordpress/element';

/** Whether more than `limitMs` have passed since `since`; null means that nothing is running. */
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
