/**
 * A whole WordPress with WooCommerce and our plugin, for one test file.
 */
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { php, request } from './client';
import type { Role, ShopRequest, ShopResponse } from './client';
import type { Constant, Engine, PhpProcess, Server } from './engine';
import { SLUG } from './paths';
import { unpackPlugin } from './plugin-tree';
import {
	addMuPlugins,
	addPluginFolder,
	createSite,
	readLog,
	removeSite,
	writeConstants,
} from './site';
import type { Site } from './site';
import { findSources } from './sources';
import { templateFor } from './template';
import type { Prepared } from './template';
import { describeWorld, openEngine } from './world';
import type { World } from './world';

export type { PhpProcess, Role, ShopRequest, ShopResponse, World };

export interface ShopOptions {
	/** Folders of further plugins, copied in and activated before ours. */
	readonly plugins?: readonly string[];
	/** Must-use plugins as PHP code, by name. */
	readonly mu?: Record< string, string >;
	/** Constants for wp-config.php; they take precedence over the tests' own. */
	readonly constants?: Record< string, Constant >;
	/** `false`: our plugin is not active. `'absent'`: its files are missing too. */
	readonly activate?: boolean | 'absent';
	/**
	 * Folders of this machine that are linked into the site, by their path in the site. Saved changes take effect at
	 * once.
	 */
	readonly mounts?: Readonly< Record< string, string > >;
	/** Content that takes long to create; it is kept between test runs. */
	readonly prepared?: Prepared;
}

export interface Shop {
	readonly world: World;
	readonly url: string;
	/** Folder of the site on this machine. */
	readonly dir: string;
	request( path: string, options?: ShopRequest ): Promise< ShopResponse >;
	/**
	 * Runs PHP statements in a booted WordPress and gives what they return (any JSON). A warning in them
	 * is a failure. Nobody is signed in.
	 */
	php( code: string ): Promise< unknown >;
	/** Rows of a SELECT, all values as text, or the number of rows that another statement changed. */
	sql( query: string ): Promise< unknown >;
	/** Like `php()`, but in a parallel process; native world only. */
	readonly spawnPhp?: ( code: string ) => PhpProcess;
	/** URL that signs in and redirects to a page of wp-admin. */
	loginUrl( page: string, as?: Role ): string;
	/** WordPress's debug log. */
	log(): string;
	/** Stops the shop; throws if PHP has reported a problem in our plugin's files. */
	stop(): Promise< void >;
}

function phpText( text: string ): string {
	return `'${ text.replace( /[\\']/g, '\\$&' ) }'`;
}

function activation( slug: string ): string {
	return `
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$file   = (string) array_key_first( get_plugins( '/${ slug }' ) );
		$failed = activate_plugin( '${ slug }/' . $file );
		if ( is_wp_error( $failed ) ) {
			throw new RuntimeException( $failed->get_error_message() . print_r( $failed->get_error_data(), true ) );
		}
		return true;`;
}

function query( sql: string ): string {
	return `
		global $wpdb;
		$sql  = ${ phpText( sql ) };
		$rows = preg_match( '/^\\s*(SELECT|SHOW|DESCRIBE)/i', $sql ) ? $wpdb->get_results( $sql, ARRAY_A ) : $wpdb->query( $sql );
		if ( '' !== $wpdb->last_error ) {
			throw new RuntimeException( $wpdb->last_error );
		}
		return $rows;`;
}

/** PHP's messages about our files. A request with a warning may look successful otherwise. */
function complaints( log: string ): string {
	return log
		.split( '\n' )
		.filter( ( line ) => line.includes( `plugins/${ SLUG }/` ) )
		.join( '\n' );
}

function shopAt( engine: Engine, site: Site, server: Server ): Shop {
	const door = { url: server.url, secret: site.secret };
	const { spawnPhp } = engine;
	return {
		world: describeWorld( engine, findSources() ),
		url: server.url,
		dir: site.dir,
		request: ( path, options ) => request( door, path, options ),
		php: ( code ) => php( door, code ),
		sql: ( sql ) => php( door, query( sql ) ),
		...( spawnPhp && {
			spawnPhp: ( code: string ) => spawnPhp( site, server, code ),
		} ),
		loginUrl: ( page, as = 'admin' ) =>
			`${ server.url }/?test_login=${
				site.secret
			}&as=${ as }&to=${ encodeURIComponent( page ) }`,
		log: () => readLog( site ),
		stop: async () => {
			await server.stop();
			await engine.dropDatabase( site );
			await engine.stop();
			const found = complaints( readLog( site ) );
			removeSite( site );
			if ( found !== '' ) {
				throw new Error(
					`PHP complained about the plugin:\n${ found }`
				);
			}
		},
	};
}

function fill( site: Site, engine: Engine, options: ShopOptions ): void {
	writeConstants( site, {
		...engine.constants( site ),
		...options.constants,
	} );
	addMuPlugins( site, options.mu ?? {} );
	for ( const folder of options.plugins ?? [] ) {
		addPluginFolder( site, basename( folder ), folder );
	}
	for ( const [ at, folder ] of Object.entries( options.mounts ?? {} ) ) {
		mkdirSync( dirname( join( site.dir, at ) ), { recursive: true } );
		site.links.set( at, folder );
	}
	if ( options.activate !== 'absent' ) {
		unpackPlugin( join( site.dir, 'wp-content/plugins' ) );
	}
}

export async function openShop( options: ShopOptions = {} ): Promise< Shop > {
	const sources = findSources();
	const engine = await openEngine();
	const undo: ( () => unknown )[] = [ () => engine.stop() ];
	try {
		const template = await templateFor( engine, sources, options.prepared );
		const site = createSite( sources );
		undo.unshift( () => removeSite( site ) );
		fill( site, engine, options );
		undo.unshift( () => engine.dropDatabase( site ) );
		await engine.createDatabase( site, template );
		const server = await engine.serve( site );
		undo.unshift( () => server.stop() );
		const shop = shopAt( engine, site, server );
		const ours = options.activate ?? true;
		for ( const slug of [
			...( options.plugins ?? [] ).map( ( folder ) =>
				basename( folder )
			),
			...( ours === true ? [ SLUG ] : [] ),
		] ) {
			await shop.php( activation( slug ) );
		}
		return shop;
	} catch ( error ) {
		for ( const step of undo ) {
			await step();
		}
		throw error;
	}
}
