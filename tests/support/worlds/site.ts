/**
 * The folder of a shop. WordPress and WooCommerce are links, so that it is made quickly.
 */
import { randomBytes } from 'node:crypto';
import {
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Constant } from './engine';
import type { Sources } from './sources';

export interface Site {
	readonly dir: string;
	/** Secret of the test bridge; see php/bridge.php. */
	readonly secret: string;
	/** Name of the database, if the world has database names. */
	readonly database: string;
	/** Folders elsewhere that are linked into the site, by their path in the site. */
	readonly links: Map< string, string >;
}

const PHP = join( __dirname, 'php' );

export function createSite( sources: Sources ): Site {
	const dir = mkdtempSync( join( tmpdir(), 'shop-' ) );
	const core = sources.wordpress.dir;
	for ( const entry of readdirSync( core, { withFileTypes: true } ) ) {
		if ( entry.isFile() && entry.name.endsWith( '.php' ) ) {
			copyFileSync( join( core, entry.name ), join( dir, entry.name ) );
		}
	}
	// WordPress's own file loads WordPress only if ABSPATH is not defined, but prepend.php defines it.
	const cron = join( dir, 'wp-cron.php' );
	writeFileSync(
		cron,
		readFileSync( cron, 'utf8' ).replace(
			"if ( ! defined( 'ABSPATH' ) )",
			"if ( ! defined( 'WPINC' ) )"
		)
	);
	for ( const name of [
		'wp-config.php',
		'prepend.php',
		'router.php',
		'install.php',
		'cli.php',
	] ) {
		copyFileSync( join( PHP, name ), join( dir, name ) );
	}
	for ( const name of [ 'plugins', 'mu-plugins', 'uploads', 'upgrade' ] ) {
		mkdirSync( join( dir, 'wp-content', name ), { recursive: true } );
	}
	copyFileSync(
		join( PHP, 'bridge.php' ),
		join( dir, 'wp-content/mu-plugins/00-bridge.php' )
	);
	const links = new Map( [
		[ 'wp-admin', join( core, 'wp-admin' ) ],
		[ 'wp-includes', join( core, 'wp-includes' ) ],
		[ 'wp-content/themes', join( core, 'wp-content/themes' ) ],
		[ 'wp-content/plugins/woocommerce', sources.woocommerce.dir ],
	] );
	const secret = randomBytes( 16 ).toString( 'hex' );
	return { dir, secret, links, database: `shop_${ secret.slice( 0, 8 ) }` };
}

/** A PHP literal. */
function literal( value: Constant ): string {
	return typeof value === 'string'
		? `'${ value.replace( /[\\']/g, '\\$&' ) }'`
		: String( value );
}

export function writeConstants(
	site: Site,
	constants: Record< string, Constant >
): void {
	const lines = Object.entries( {
		...constants,
		TEST_SECRET: site.secret,
	} ).map(
		( [ name, value ] ) => `define( '${ name }', ${ literal( value ) } );`
	);
	writeFileSync(
		join( site.dir, 'constants.php' ),
		[ '<?php', ...lines, '' ].join( '\n' )
	);
}

export function addMuPlugins(
	site: Site,
	plugins: Record< string, string >
): void {
	for ( const [ name, code ] of Object.entries( plugins ) ) {
		const php = code.startsWith( '<?php' ) ? code : `<?php\n${ code }`;
		writeFileSync(
			join( site.dir, 'wp-content/mu-plugins', `${ name }.php` ),
			php
		);
	}
}

/** Copies a plugin's folder into the shop, because a shop may update or delete its plugins. */
export function addPluginFolder(
	site: Site,
	slug: string,
	from: string
): void {
	cpSync( from, join( site.dir, 'wp-content/plugins', slug ), {
		recursive: true,
	} );
}

/** The content of WordPress's debug log. */
export function readLog( site: Site ): string {
	const file = join( site.dir, 'wp-content/debug.log' );
	return existsSync( file ) ? readFileSync( file, 'utf8' ) : '';
}

export function removeSite( site: Site ): void {
	rmSync( site.dir, { recursive: true, force: true } );
}
