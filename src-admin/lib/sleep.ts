/** Waits so many milliseconds, or until the signal. */
export function sleep( ms: number, signal: AbortSignal ): Promise< void > {
	return new Promise( ( resolve ) => {
		const end = () => {
			clearTimeout( timer );
			signal.removeEventListener( 'abort', end );
			resolve();
		};
		const timer = setTimeout( end, ms );
		signal.addEventListener( 'abort', end );
	} );
}
