import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phpValue } from './php-value';

/**
 * The statements of a PHP file without the opening tag, because the test bridge runs them with eval().
 *
 * @param values Values of the file's variables, by name; the file asserts that it gets them.
 */
export function phpFile(
	folder: string,
	name: string,
	values: Record< string, unknown > = {}
): string {
	const given = Object.entries( values ).map(
		( [ variable, value ] ) => `$${ variable } = ${ phpValue( value ) };\n`
	);
	const code = readFileSync( join( folder, name ), 'utf8' );
	return given.join( '' ) + code.replace( /^<\?php\s/, '' );
}
