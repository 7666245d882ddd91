/** A page that stays open while things change around it, in a real browser on the stack of `npm start`. */
import type { Browser, Page } from 'playwright-core';
import { openStack } from '../support/start/stack';
import type { Stack } from '../support/start/stack';
import { save, sync } from '../wordpress/support/session';
import { openBrowser, openScreen } from './browser';

let stack: Stack;
let browser: Browser;
let page: Page;

beforeAll( async () => {
	stack = await openStack( () => undefined );
	await save( stack.shop, {
		api_key: stack.keycrm.key,
		requests_per_minute: 600,
	} );
	browser = await openBrowser();
	( { page } = await openScreen( browser ) );
}, 300_000 );
afterAll( async () => {
	await browser.close();
	await stack.stop();
} );

const see = ( words: string | RegExp, on = page ) =>
	on.getByText( words ).first().waitFor();
const button = ( name: string | RegExp ) =>
	page.getByRole( 'button', { name } ).first();
const tab = ( name: string, on = page ) =>
	on
		.getByRole( 'navigation', { name: 'KeyCRM stock' } )
		.getByRole( 'link', { name } )
		.click();

it( 'the set-up takes up a sync that another worker has begun, and goes on from there', async () => {
	await page.goto( stack.adminUrl );
	await see( 'Connect your shop to KeyCRM' );
	await sync( stack.shop );
	await see( /The first sync is done/ );
	await button( 'Switch automatic sync on' ).click();
	await see( /in sync with KeyCRM/ );
} );

it( 'a second tab that saves settings is noticed when this one is looked at again', async () => {
	const other = await page.context().newPage();
	await other.goto( stack.adminUrl );
	await tab( 'Settings', other );
	await tab( 'Settings' );
	await page.getByLabel( /Keep back/ ).waitFor();
	await other.getByLabel( /Keep back/ ).fill( '4' );
	await other.getByRole( 'button', { name: 'Save', exact: true } ).click();
	await see( 'Settings saved.', other );
	await other.close();
	await page.bringToFront();
	await page.evaluate( () => window.dispatchEvent( new Event( 'focus' ) ) );
	await see( /the shop still has the quantities of the old settings/ );
	expect( await page.getByLabel( /Keep back/ ).inputValue() ).toBe( '4' );
} );

it( 'says that KeyCRM hangs while it hangs', async () => {
	stack.keycrm.faults.add( { kind: 'slow', ms: 9_000 }, { next: 1 } );
	await button( 'Check the connection' ).click();
	await see( /KeyCRM has not answered yet/ );
	await see( /Works\./ );
} );

it( 'a part of the page that an update has taken away leaves the rest, and can be fetched again', async () => {
	const gone = /\/build\/table\.js/;
	await page.route( gone, ( route ) => route.fulfill( { status: 404 } ) );
	await tab( 'Changes' );
	await see( /The plugin may have been updated while the page was open/ );
	await page.unroute( gone );
	await button( 'Try again' ).click();
	await page.getByRole( 'table' ).waitFor();
} );

it( 'a login that ends in mid-run is said, and the run goes on after the next one', async () => {
	await tab( 'Overview' );
	stack.keycrm.faults.add(
		{ kind: 'rate_limited', retry_after: { as: 'seconds', seconds: 20 } },
		{ next: 1 }
	);
	await button( 'Sync now' ).click();
	await see( /they are used up/ );
	await page.context().clearCookies();
	await see( /You are no longer logged in/ );
	const other = await page.context().newPage();
	await other.goto( stack.adminUrl );
	await other.close();
	await page.bringToFront();
	await page.evaluate( () => window.dispatchEvent( new Event( 'focus' ) ) );
	await see( /in sync with KeyCRM/ );
	expect(
		await page.getByText( /You are no longer logged in/ ).count()
	).toBe( 0 );
} );
