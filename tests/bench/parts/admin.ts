/** (g) The admin screen: what is sent, when it shows, and how soon the polled routes answer. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../e2e/browser';
import { ROOT } from '../../support/worlds/paths';
import type { Shop } from '../../support/worlds/shop';
import { driven, openBenchShop } from '../bench-shop';
import { fixed, median, tell } from '../report';
import type { Row } from '../report';
import { API, save } from '../../wordpress/support/session';
import { STOPWATCH } from './front';
import { offers, products } from './sync';

const COUNT = 1000;
const LEVELS = 100_000;
const POLLS = 40;
const MOST_MS = 30;
const BUNDLE = join( ROOT, 'plugin/build' );
/** Bytes of the scripts and styles that come with the page. Lazy parts and the product page's script do not count. */
const FIRST_LOAD = [ 'index.js', 'index.css' ];
const MOST_FIRST_KB = 60;

function bundle(): Row {
	const files = readdirSync( BUNDLE ).filter(
		( file ) => /\.(js|css)$/.test( file ) && ! file.includes( '-rtl' )
	);
	const gzipped = ( file: string ) =>
		gzipSync( readFileSync( join( BUNDLE, file ) ) ).length;
	const first = FIRST_LOAD.reduce(
		( total, file ) => total + gzipped( file ),
		0
	);
	const bytes = files.reduce(
		( total, file ) => total + statSync( join( BUNDLE, file ) ).size,
		0
	);
	const zipped = files.reduce(
		( total, file ) => total + gzipped( file ),
		0
	);
	return {
		part: '(g) bundle, scripts and styles',
		values: {
			kB: fixed( bytes / 1000, 1 ),
			'kB gzip': fixed( zipped / 1000, 1 ),
			'first load, kB gzip': fixed( first / 1000, 1 ),
		},
		must: `first load ${ MOST_FIRST_KB } kB gzip`,
		reached: first <= MOST_FIRST_KB * 1000,
	};
}

async function firstPaint( shop: Shop ): Promise< Row > {
	tell( 'first paint' );
	const browser = await openBrowser();
	const paints: number[] = [];
	for ( let visit = 0; visit < 4; visit++ ) {
		const page = await browser.newPage();
		await page.goto( shop.loginUrl( '/wp-admin/profile.php' ) );
		const began = Date.now();
		await page.goto( `${ shop.url }/wp-admin/admin.php?page=keycrm-stock`, {
			waitUntil: 'commit',
		} );
		const answered = Date.now();
		await page.getByRole( 'button', { name: 'Sync now' } ).waitFor();
		paints.push( Date.now() - answered );
		tell( `answered after ${ answered - began } ms` );
		await page.close();
	}
	await browser.close();
	return {
		part: '(g) screen usable after its first byte',
		values: { ms: fixed( median( paints.slice( 1 ) ), 0 ) },
	};
}

/** Fills the table of levels as a large account does. */
async function fillLevels( shop: Shop ): Promise< void > {
	await shop.sql( `INSERT INTO wp_keycrm_stock_levels (offer_id, sku, sku_key, quantity, reserve, warehouses, read_at)
		SELECT seq, CONCAT('L-', seq), CONCAT('l-', seq), 5, 1, '{}', 1 FROM seq_1000000_to_${
			999_999 + LEVELS
		}` );
}

/** PHP's own time for our part of it: loading the plugin, its callbacks, and the answer. */
async function route( shop: Shop, path: string ): Promise< Row > {
	const times: number[] = [];
	for ( let poll = 0; poll < POLLS; poll++ ) {
		const { status, headers } = await shop.request( API + path, {
			as: 'shop_manager',
		} );
		if ( status !== 200 ) {
			throw new Error( `${ path }: ${ status }` );
		}
		times.push( Number( headers.get( 'x-stopwatch' ) ) );
	}
	// The first polls of each of the server's processes compile the files.
	const warm = times.slice( POLLS / 2 );
	const slowest = Math.max( ...warm );
	return {
		part: `(g) GET ${ path }`,
		values: {
			'median ms': fixed( median( warm ), 1 ),
			'slowest ms': fixed( slowest, 1 ),
		},
		must: `${ MOST_MS } ms with ${ fixed( LEVELS, 0 ) } levels`,
		reached: slowest > 0 && slowest <= MOST_MS,
	};
}

export async function adminPart(): Promise< Row[] > {
	tell( `a shop of ${ COUNT } products and ${ LEVELS } levels` );
	const session = await openBenchShop(
		{ offers: offers( COUNT ) },
		products( COUNT ),
		{ stopwatch: STOPWATCH }
	);
	const { shop } = session;
	try {
		await fillLevels( shop );
		await driven( shop, 'sync' );
		// The set-up is over, so that the Overview is what shows.
		await save( shop, { schedule: { enabled: false } } );
		const { run } = await driven( shop, 'preview' );
		const rows = [ bundle() ];
		for ( const path of [
			'/runs/current',
			`/runs/${ run.id }`,
			'/settings',
		] ) {
			rows.push( await route( shop, path ) );
		}
		rows.push( await firstPaint( shop ) );
		return rows;
	} finally {
		await session.stop();
	}
}
