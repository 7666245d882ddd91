/**
 * A shop's database as it is right after WordPress and WooCommerce were installed, made once and kept.
 */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { php } from './client';
import type { Engine } from './engine';
import { CACHE, fingerprint } from './paths';
import { createSite, readLog, removeSite, writeConstants } from './site';
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

async function build(
	engine: Engine,
	sources: Sources,
	file: string
): Promise< void > {
	const site = createSite( sources );
	writeConstants( site, engine.constants( site ) );
	await engine.createDatabase( site, undefined );
	const server = await engine.serve( site );
	try {
		const shop = { url: server.url, secret: site.secret };
		const installed = await fetch( `${ server.url }/install.php` );
		const said = await installed.text();
		if ( ! said.includes( '"ok":true' ) ) {
			throw new Error(
				`WordPress did not install: ${ said }\n${ readLog(
					site
				) }\n${ server.output() }`
			);
		}
		for ( const part of [ 'setup', 'ready' ] ) {
			await php(
				shop,
				readFileSync( join( PHP, `${ part }.php` ), 'utf8' )
			);
		}
		await engine.saveDatabase( site, `${ file }.${ process.pid }` );
		renameSync( `${ file }.${ process.pid }`, file );
	} finally {
		await server.stop();
		await engine.dropDatabase( site );
		removeSite( site );
	}
}

/** The template's file; made first where there is none for these sources. */
export async function templateFor(
	engine: Engine,
	sources: Sources
): Promise< string > {
	const dir = join( CACHE, 'templates' );
	const file = join( dir, `${ engine.kind }-${ keyOf( engine, sources ) }` );
	if ( ! existsSync( file ) ) {
		mkdirSync( dir, { recursive: true } );
		await build( engine, sources, file );
	}
	return file;
}
