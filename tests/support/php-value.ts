/** @return A PHP expression for any JSON value; objects become arrays. */
export function phpValue( value: unknown ): string {
	const text = JSON.stringify( value )
		.replaceAll( '\\', '\\\\' )
		.replaceAll( "'", "\\'" );
	return `json_decode( '${ text }', true )`;
}
