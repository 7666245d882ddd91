import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phpValue } from './php-value';

/**
 * The statements of a PHP file, as the test bridge runs them: without the opening tag.
 *
 * @param values What the file's variables of these names hold; the file asserts that they are there.
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
