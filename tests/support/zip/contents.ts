/**
 * The files of the installable plugin, by their path in the zip.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT, SLUG } from '../worlds/paths';

/** Folders of the repository, and their paths in the plugin. */
const FOLDERS = [
	[ 'plugin', '' ],
	[ 'src-php-bridge', 'src/' ],
] as const;

/** Files for developers, which a shop does not need. */
const LEFT_OUT = /(^|\/)(\.[^/]*|phpstan\.neon|[^/]*\.map)$/;

/** Of the contract PHP reads what it takes in; the schemas of its answers are for programs that call it. */
const ANSWERS = /^contract\/(?!(settings|arguments)\.json$)/;

/** Sorted, so that the same sources give the same zip. */
export function pluginFiles(): Map< string, Uint8Array > {
	const found: [ string, string ][] = [];
	for ( const [ folder, place ] of FOLDERS ) {
		for ( const name of filesBelow( join( ROOT, folder ) ) ) {
			if ( ! LEFT_OUT.test( name ) && ! ANSWERS.test( name ) ) {
				found.push( [ place + name, join( ROOT, folder, name ) ] );
			}
		}
	}
	const license = join( ROOT, 'LICENSE' );
	if ( existsSync( license ) ) {
		found.push( [ 'LICENSE', license ] );
	}
	found.sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) );
	return new Map(
		found.map( ( [ name, file ] ) => [
			`${ SLUG }/${ name }`,
			new Uint8Array( readFileSync( file ) ),
		] )
	);
}
