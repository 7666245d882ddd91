/** Headless Chromium from the system, and what its console complained about. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const CHROMIUM = process.env[ 'CHROMIUM' ] ?? '/usr/bin/chromium';
const PICTURES = join( __dirname, '../../.cache/screenshots' );

export interface Screen {
	readonly page: Page;
	/** Errors in the console and exceptions, of our page and of anything on it. */
	readonly complaints: string[];
	/** Keeps a picture for people to look at, at 1280 and at 390 pixels. */
	picture( name: string ): Promise< void >;
}

export function openBrowser(): Promise< Browser > {
	return chromium.launch( {
		executablePath: CHROMIUM,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	} );
}

export async function openScreen( browser: Browser ): Promise< Screen > {
	const context = await browser.newContext( {
		viewport: { width: 1280, height: 900 },
	} );
	// For other tabs too. In php-wasm the first sync alone takes 40 seconds, on a machine with other work twice that.
	context.setDefaultTimeout( 150_000 );
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on( 'console', ( message ) => {
		const { url } = message.location();
		// WordPress itself asks for pictures of its users on a host that tests cannot reach.
		if ( message.type() === 'error' && ! url.includes( 'gravatar.com' ) ) {
			complaints.push( `${ message.text() } ${ url }` );
		}
	} );
	page.on( 'pageerror', ( error ) => complaints.push( String( error ) ) );
	mkdirSync( PICTURES, { recursive: true } );
	return {
		page,
		complaints,
		picture: async ( name ) => {
			for ( const width of [ 390, 1280 ] ) {
				await page.setViewportSize( { width, height: 900 } );
				await page.screenshot( {
					path: join( PICTURES, `${ name }-${ width }.png` ),
					fullPage: true,
				} );
			}
		},
	};
}
