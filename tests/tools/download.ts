/**
 * `npm run wp:download`: downloads the newest WordPress and WooCommerce from wordpress.org, for tests against the real
 * programs.
 */
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { DOWNLOADS } from '../support/worlds/paths';

const PACKAGES = [
	{
		name: 'wordpress',
		url: 'https://wordpress.org/latest.zip',
		file: 'wp-settings.php',
	},
	{
		name: 'woocommerce',
		url: 'https://downloads.wordpress.org/plugin/woocommerce.latest-stable.zip',
		file: 'woocommerce.php',
	},
] as const;

/** Each zip has one top folder; its contents go into the target. */
function unpack( zip: Uint8Array, target: string ): void {
	mkdirSync( DOWNLOADS, { recursive: true } );
	const unfinished = mkdtempSync( join( DOWNLOADS, 'unpacking-' ) );
	try {
		for ( const [ path, bytes ] of Object.entries( unzipSync( zip ) ) ) {
			const file = join( unfinished, path.replace( /^[^/]+\//, '' ) );
			if ( ! path.endsWith( '/' ) ) {
				mkdirSync( dirname( file ), { recursive: true } );
				writeFileSync( file, bytes );
			}
		}
		rmSync( target, { recursive: true, force: true } );
		cpSync( unfinished, target, { recursive: true } );
	} finally {
		rmSync( unfinished, { recursive: true, force: true } );
	}
}

async function fetchZip( url: string ): Promise< Uint8Array > {
	const response = await fetch( url );
	if ( ! response.ok ) {
		throw new Error( `it answered ${ response.status }` );
	}
	return new Uint8Array( await response.arrayBuffer() );
}

async function main(): Promise< void > {
	for ( const { name, url, file } of PACKAGES ) {
		const target = join( DOWNLOADS, name );
		console.log( `Fetching ${ url }` );
		try {
			unpack( await fetchZip( url ), target );
		} catch ( error ) {
			const cause =
				error instanceof Error ? error.message : String( error );
			console.error(
				`Could not fetch ${ name } from ${
					new URL( url ).host
				} (${ cause }). ` +
					( existsSync( join( target, file ) )
						? `The copy in ${ target } stays in use.`
						: 'Tests and "npm start" go on with WordPress 6.6 from npm and the WooCommerce stand-in. ' +
						  `To use copies of your own, set ${ name.toUpperCase() }_DIR.` )
			);
			process.exitCode = 1;
			return;
		}
		console.log( `  → ${ target }` );
	}
}

void main();
