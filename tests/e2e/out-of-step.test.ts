/**
 * Tests that mismatches between the shop and KeyCRM are found and fixed in a real browser with the stack of
 * `npm start`.
 */
import type { Browser } from 'playwright-core';
import { openStack } from '../support/demo/stack';
import type { Stack } from '../support/demo/stack';
import { save, sync } from '../wordpress/support/session';
import { openBrowser, openScreen } from './browser';
import type { Screen } from './browser';

let stack: Stack;
let browser: Browser;
let screen: Screen;

beforeAll( async () => {
	stack = await openStack( () => undefined );
	await save( stack.shop, {
		api_key: stack.keycrm.key,
		requests_per_minute: 600,
		schedule: { enabled: true },
	} );
	await sync( stack.shop );
	browser = await openBrowser();
	screen = await openScreen( browser );
}, 300_000 );
afterAll( async () => {
	await browser.close();
	await stack.stop();
} );

async function open( group: RegExp ): Promise< void > {
	const groups = screen.page.getByRole( 'navigation', {
		name: 'What is out of step',
	} );
	await groups.getByRole( 'link', { name: group } ).click();
	await screen.page.getByRole( 'table' ).waitFor();
}

it( 'leads from the Overview to the SKUs that almost match', async () => {
	const { page } = screen;
	await page.goto( stack.adminUrl );
	await page.getByRole( 'link', { name: /needs? attention/ } ).click();
	await page.getByText( /some letters only look alike/ ).waitFor();
	await screen.picture( 'out-of-step-1-near' );
} );

it( 'enables stock management for products without it', async () => {
	const { page } = screen;
	await open( /Stock management is off/ );
	await page.getByRole( 'checkbox', { name: 'Майстер-клас' } ).check();
	await screen.picture( 'out-of-step-2-off' );
	await page
		.getByRole( 'button', { name: 'Switch stock management on' } )
		.click();
	await page
		.getByText( /is on for 1 product/ )
		.first()
		.waitFor();
	await screen.picture( 'out-of-step-3-on' );
} );

it( 'shows the other groups, and downloads each as a file', async () => {
	const { page } = screen;
	await open( /Only in KeyCRM/ );
	await screen.picture( 'out-of-step-4-there' );
	const coming = page.waitForEvent( 'download' );
	await page.getByRole( 'button', { name: /as a file/ } ).click();
	expect( ( await coming ).suggestedFilename() ).toBe(
		'keycrm-stock-only_in_keycrm.csv'
	);
	await open( /Not in KeyCRM/ );
	await page
		.getByRole( 'checkbox', { name: 'Листівка ручної роботи' } )
		.check();
	await page.getByRole( 'button', { name: 'Leave alone' } ).click();
	await page
		.getByText( /left alone from now on\./ )
		.first()
		.waitFor();
	await screen.picture( 'out-of-step-5-here' );
} );

it( 'leaves no error in the console', () => {
	expect( screen.complaints ).toEqual( [] );
} );
