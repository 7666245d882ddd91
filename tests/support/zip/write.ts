/**
 * Makes the installable zip; the same files give the same bytes on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { zipSync } from 'fflate';

/**
 * WordPress.org's own limit is far higher. Ours finds files that were added by mistake: a map, a picture or a package has
 * more than what is left. It rises with the features; without stock that goes to KeyCRM the zip had 652 kB.
 */
export const MAX_BYTES = 800_000;

/** The earliest date that a zip can hold, in local time because fflate writes local time. */
const ALWAYS = new Date( 1980, 0, 1 );

export function zipOf( files: ReadonlyMap< string, Uint8Array > ): Uint8Array {
	return zipSync( Object.fromEntries( files ), { level: 9, mtime: ALWAYS } );
}

/** If the zip is too large, throws and names the largest files. */
export function writeZip(
	file: string,
	files: ReadonlyMap< string, Uint8Array >
): number {
	const bytes = zipOf( files );
	if ( bytes.length > MAX_BYTES ) {
		const largest = [ ...files ]
			.sort( ( [ , a ], [ , b ] ) => b.length - a.length )
			.slice( 0, 5 )
			.map( ( [ name, content ] ) => `${ name } (${ content.length })` );
		throw new Error(
			`The zip has ${
				bytes.length
			} bytes, ${ MAX_BYTES } are allowed. Largest: ${ largest.join(
				', '
			) }`
		);
	}
	mkdirSync( dirname( file ), { recursive: true } );
	writeFileSync( file, bytes );
	return bytes.length;
}
