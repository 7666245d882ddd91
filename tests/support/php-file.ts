import { readFileSync } from 'node:fs';

/** The statements of a PHP file, as the test bridge runs them: without the opening tag. */
export function phpFile( path: string ): string {
	return readFileSync( path, 'utf8' ).replace( /^<\?php\s/, '' );
}
