/** Opens headless Chromium from the system, and collects the errors in its console. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { contractProblems } from '../support/worlds/rest-contract';

const CHROMIUM = process.env[ 'CHROMIUM' ] ?? '/usr/bin/chromium';
const PICTURES = join( __dirname, '../../.cache/screenshots' );

export interface Screen {
	readonly page: Page;
	/** Errors in the console, exceptions, and answers of our routes that break the contract. */
	readonly complaints: string[];
	/**
	 * Waits for a text on the page. The same text may be there twice, visible and for screen readers, and either
	 * will do.
	 */
	see( words: string | RegExp ): Promise< void >;
	/** Clicks a button. */
	press( name: string | RegExp ): Promise< void >;
	/** Clicks a tab of the plugin, because WordPress's own menu has links of the same names. */
	tab( name: string ): Promise< void >;
	/** Saves screenshots for people, at 1280 and at 390 pixels. */
	picture( name: string ): Promise< void >;
}

/**
 * Returns how an answer breaks the contract. If the page navigated away, the body is gone, and the page did
 * not read it either.
 */
async function contractViolations( response: Response ): Promise< string[] > {
	// WordPress sends DELETE as POST with a header.
	const request = response.request();
	const text = await response.text().catch( () => undefined );
	const type = ( await response.headerValue( 'content-type' ) ) ?? '';
	return text === undefined || ! type.includes( 'json' )
		? []
		: contractProblems(
				request.headers()[ 'x-http-method-override' ] ??
					request.method(),
				response.url(),
				{
					status: response.status(),
					headers: new Headers( { 'Content-Type': type } ),
					text,
					json: JSON.parse( text ),
				}
		  );
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
	// Applies to other tabs too. In php-wasm the first sync takes 40 seconds, and twice that on a busy
	// machine.
	context.setDefaultTimeout( 150_000 );
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on( 'console', ( message ) => {
		const { url } = message.location();
		// WordPress requests avatars from a host that tests cannot reach.
		if ( message.type() === 'error' && ! url.includes( 'gravatar.com' ) ) {
			complaints.push( `${ message.text() } ${ url }` );
		}
	} );
	page.on( 'pageerror', ( error ) => complaints.push( String( error ) ) );
	context.on( 'response', ( response ) => {
		if ( response.url().includes( 'keycrm-stock' ) ) {
			contractViolations( response ).then(
				( found ) => complaints.push( ...found ),
				( error: unknown ) => complaints.push( String( error ) )
			);
		}
	} );
	mkdirSync( PICTURES, { recursive: true } );
	return {
		page,
		complaints,
		see: ( words ) => page.getByText( words ).first().waitFor(),
		press: ( name ) => page.getByRole( 'button', { name } ).first().click(),
		tab: ( name ) =>
			page
				.getByRole( 'navigation', { name: 'KeyCRM stock' } )
				.getByRole( 'link', { name } )
				.click(),
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

/** Waits until the field has this value; the test's time limit ends it. */
export async function untilValue(
	field: Locator,
	value: string
): Promise< void > {
	while ( ( await field.inputValue() ) !== value ) {
		await field.page().waitForTimeout( 100 );
	}
}
