import { useEffect, useState } from '@wordpress/element';

/** The server's time in ms, told anew every `every_ms`; `ahead_ms` is how far its clock is ahead. */
export function useNow( aheadMs: number, everyMs: number ): number {
	const [ now, setNow ] = useState( () => Date.now() );

	useEffect( () => {
		setNow( Date.now() );
		const timer = setInterval( () => setNow( Date.now() ), everyMs );
		return () => clearInterval( timer );
	}, [ everyMs ] );

	return now + aheadMs;
}
