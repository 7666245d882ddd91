/**
 * The plugin under test: what is in the built zip, or (PLUGIN_FROM=source, for quick development) what
 * would be in it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { pluginFiles } from '../zip/contents';
import { ZIP_FILE } from './paths';

function filesToInstall(): Iterable< [ string, Uint8Array ] > {
	if ( process.env[ 'PLUGIN_FROM' ] === 'source' ) {
		return pluginFiles();
	}
	if ( ! existsSync( ZIP_FILE ) ) {
		throw new Error(
			'There is no dist zip to test. Run "npm run zip", or set PLUGIN_FROM=source to test the sources.'
		);
	}
	return Object.entries( unzipSync( readFileSync( ZIP_FILE ) ) );
}

export function unpackPlugin( plugins: string ): void {
	for ( const [ path, bytes ] of filesToInstall() ) {
		if ( ! path.endsWith( '/' ) ) {
			const file = join( plugins, path );
			mkdirSync( dirname( file ), { recursive: true } );
			writeFileSync( file, bytes );
		}
	}
}
