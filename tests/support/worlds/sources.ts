/**
 * Which WordPress and which WooCommerce the tests run on.
 *
 * Real copies win (WORDPRESS_DIR, WOOCOMMERCE_DIR, or what `npm run wp:download` fetched). Without
 * them: WordPress 6.6 out of an npm package and the WooCommerce stand-in. TEST_WORDPRESS=real|npm and
 * TEST_WOOCOMMERCE=real|stand-in decide otherwise.
 */
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { npmPackageDir } from './npm-package';
import { CACHE, DOWNLOADS, ROOT } from './paths';

export interface Sources {
	readonly wordpress: {
		readonly origin: 'real' | 'npm';
		readonly dir: string;
		readonly version: string;
	};
	readonly woocommerce: {
		readonly origin: 'real' | 'stand-in';
		readonly dir: string;
		readonly version: string;
	};
}

/** It holds six WordPress versions; `wp-beta` is a release candidate of 6.6, our oldest. */
const BUILDS = {
	spec: '@wp-playground/wordpress-builds@0.9.19',
	integrity:
		'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
	wanted: [ 'src/wordpress/wp-beta.zip', 'public/wp-beta' ],
};
export const STAND_IN = join( ROOT, 'tests/support/woocommerce-stand-in' );

function versionIn( file: string, pattern: RegExp ): string {
	return pattern.exec( readFileSync( file, 'utf8' ) )?.[ 1 ] ?? 'unknown';
}

/** The folder of a real copy, or undefined. Throws if a real copy was demanded and is missing. */
function realCopy( name: 'wordpress' | 'woocommerce', file: string ) {
	const upper = name.toUpperCase();
	const dir = process.env[ `${ upper }_DIR` ] ?? join( DOWNLOADS, name );
	const wanted = process.env[ `TEST_${ upper }` ];
	const found = existsSync( join( dir, file ) );
	if ( wanted === 'real' && ! found ) {
		throw new Error(
			`TEST_${ upper }=real, but there is no copy in ${ dir }. Run "npm run wp:download" or set ${ upper }_DIR.`
		);
	}
	return found && ( wanted === undefined || wanted === 'real' )
		? dir
		: undefined;
}

/**
 * Unpacks WordPress from npm once. The zip holds the PHP files, and the static files are beside it. Both together are a
 * complete WordPress.
 */
export function wordPressFromNpm(): string {
	const dir = join( CACHE, 'wordpress-npm' );
	if ( existsSync( dir ) ) {
		return dir;
	}
	const builds = npmPackageDir( BUILDS );
	const unfinished = `${ dir }.${ process.pid }`;
	for ( const [ path, bytes ] of Object.entries(
		unzipSync( readFileSync( join( builds, 'src/wordpress/wp-beta.zip' ) ) )
	) ) {
		if ( ! path.endsWith( '/' ) ) {
			mkdirSync( dirname( join( unfinished, path ) ), {
				recursive: true,
			} );
			writeFileSync( join( unfinished, path ), bytes );
		}
	}
	cpSync( join( builds, 'public/wp-beta' ), unfinished, {
		recursive: true,
	} );
	for ( const own of [ 'wp-config.php', 'wp-content/database' ] ) {
		rmSync( join( unfinished, own ), { recursive: true, force: true } );
	}
	try {
		renameSync( unfinished, dir );
	} catch {
		// Another process was faster, so its copy is used.
		rmSync( unfinished, { recursive: true } );
	}
	return dir;
}

export function findSources(): Sources {
	const wordpress = realCopy( 'wordpress', 'wp-settings.php' );
	const wordpressDir = wordpress ?? wordPressFromNpm();
	// A real WooCommerce supports only the newest versions of WordPress, so it needs a real WordPress.
	const woocommerce =
		wordpress === undefined
			? undefined
			: realCopy( 'woocommerce', 'woocommerce.php' );
	const woocommerceDir = woocommerce ?? STAND_IN;
	return {
		wordpress: {
			origin: wordpress === undefined ? 'npm' : 'real',
			dir: wordpressDir,
			version: versionIn(
				join( wordpressDir, 'wp-includes/version.php' ),
				/\$wp_version = '([^']+)'/
			),
		},
		woocommerce: {
			origin: woocommerce === undefined ? 'stand-in' : 'real',
			dir: woocommerceDir,
			version: versionIn(
				join( woocommerceDir, 'woocommerce.php' ),
				/^\s*\*\s*Version:\s*(\S+)/m
			),
		},
	};
}
