import { useEffect, useState } from '@wordpress/element';

/** The server's time, updated every `everyMs`. `aheadMs` is how far its clock is ahead of this one. */
export function useNow( aheadMs: number, everyMs: number ): number {
	const [ now, setNow ] = useState( () => Date.now() );

	useEffect( () => {
		setNow( Date.now() );
		const timer = setInterval( () => setNow( Date.now() ), everyMs );
		return () => clearInterval( timer );
	}, [ everyMs ] );

	return now + aheadMs;
}
