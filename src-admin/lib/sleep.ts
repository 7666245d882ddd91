/** Resolves after `ms`, or when the signal aborts. */
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
