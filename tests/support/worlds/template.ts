/**
 * A shop's database right after WordPress and WooCommerce were installed. It is made once and kept.
 */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { php } from './client';
import type { Engine, Server } from './engine';
import { CACHE, fingerprint } from './paths';
import { createSite, readLog, removeSite, writeConstants } from './site';
import type { Site } from './site';
import type { Sources } from './sources';

const PHP = join( __dirname, 'php' );

function keyOf( engine: Engine, sources: Sources ): string {
	const { wordpress, woocommerce } = sources;
	return fingerprint(
		[
			...engine.inputs,
			...Object.values( wordpress ),
			...Object.values( woocommerce ),
		],
		[
			...[ 'install', 'setup', 'ready', 'wp-config' ].map( ( name ) =>
				join( PHP, `${ name }.php` )
			),
			...( woocommerce.origin === 'stand-in' ? [ woocommerce.dir ] : [] ),
		]
	);
}

interface Opened {
	readonly site: Site;
	readonly server: Server;
	/** Runs PHP in it. */
	readonly run: ( code: string ) => Promise< unknown >;
}

/** Opens a shop without our plugin, runs the given changes, and saves its database to a file. */
async function build(
	engine: Engine,
	sources: Sources,
	files: { from: string | undefined; to: string },
	change: ( opened: Opened ) => Promise< void >
): Promise< void > {
	const site = createSite( sources );
	writeConstants( site, engine.constants( site ) );
	await engine.createDatabase( site, files.from );
	const server = await engine.serve( site );
	const door = { url: server.url, secret: site.secret };
	try {
		await change( { site, server, run: ( code ) => php( door, code ) } );
		mkdirSync( dirname( files.to ), { recursive: true } );
		const unfinished = `${ files.to }.${ process.pid }`;
		await engine.saveDatabase( site, unfinished );
		renameSync( unfinished, files.to );
	} finally {
		await server.stop();
		await engine.dropDatabase( site );
		removeSite( site );
	}
}

async function install( { site, server, run }: Opened ): Promise< void > {
	const answer = await fetch( `${ server.url }/install.php` );
	const said = await answer.text();
	if ( ! said.includes( '"ok":true' ) ) {
		throw new Error(
			[
				`WordPress did not install: ${ said }`,
				readLog( site ),
				server.output(),
			].join( '\n' )
		);
	}
	for ( const part of [ 'setup', 'ready' ] ) {
		await run( readFileSync( join( PHP, `${ part }.php` ), 'utf8' ) );
	}
}

/** Additional content of the database; made once for each key. */
export interface Prepared {
	readonly key: string;
	fill( run: ( code: string ) => Promise< unknown > ): Promise< void >;
}

/** The template's file. If there is none for these sources, it is made first. */
export async function templateFor(
	engine: Engine,
	sources: Sources,
	prepared?: Prepared
): Promise< string > {
	const key = `${ engine.kind }-${ keyOf( engine, sources ) }`;
	const file = join( CACHE, 'templates', key );
	if ( ! existsSync( file ) ) {
		await build( engine, sources, { from: undefined, to: file }, install );
	}
	if ( prepared === undefined ) {
		return file;
	}
	const filled = `${ file }-${ prepared.key }`;
	if ( ! existsSync( filled ) ) {
		await build( engine, sources, { from: file, to: filled }, ( { run } ) =>
			prepared.fill( run )
		);
	}
	return filled;
}
