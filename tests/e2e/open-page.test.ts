/** Tests a page that stays open while things change around it, in a real browser with the stack of `npm start`. */
import type { Browser, Page } from 'playwright-core';
import { openStack } from '../support/demo/stack';
import type { Stack } from '../support/demo/stack';
import { current, save } from '../wordpress/support/session';
import { openBrowser, openScreen, untilValue } from './browser';

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

/** Enables automatic sync as another user, and runs it by one call of wp-cron.php after another. */
async function syncByCron( { shop }: Stack ): Promise< void > {
	await save( shop, { schedule: { enabled: true, every_minutes: 15 } } );
	await shop.php( `
		as_unschedule_all_actions( 'keycrm_stock_start' );
		return as_schedule_single_action( time() - 5, 'keycrm_stock_start', array( 15 ), 'stock-sync-for-keycrm' );` );
	for ( let calls = 0; calls < 20; calls++ ) {
		await shop.php( `
			delete_transient( 'doing_cron' );
			wp_clear_scheduled_hook( 'action_scheduler_run_queue', array( 'WP Cron' ) );
			wp_schedule_event( time() - 5, 'every_minute', 'action_scheduler_run_queue', array( 'WP Cron' ) );
			return true;` );
		await shop.request( '/wp-cron.php' );
		const { run } = await current( shop );
		if ( run?.trigger === 'schedule' && run.status === 'succeeded' ) {
			return;
		}
	}
	throw new Error( 'WP-Cron has not brought the sync to its end.' );
}

it( 'the open set-up shows a sync that WP-Cron has run, and becomes the Overview', async () => {
	await page.goto( stack.adminUrl );
	await see( 'Connect your shop to KeyCRM' );
	await syncByCron( stack );
	await page.bringToFront();
	await page.evaluate( () => window.dispatchEvent( new Event( 'focus' ) ) );
	await see( /in sync with KeyCRM/ );
	await button( 'Sync now' ).waitFor();
} );

it( 'a tab shows settings saved in a second tab when it gets the focus again', async () => {
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
	await see( /the quantities are still those of the old settings/ );
	await untilValue( page.getByLabel( /Keep back/ ), '4' );
} );

it( 'says that KeyCRM does not answer while it does not', async () => {
	await tab( 'Settings' );
	stack.keycrm.faults.add( { kind: 'slow', ms: 9_000 }, { next: 1 } );
	await button( 'Check the connection' ).click();
	await see( /KeyCRM has not answered yet/ );
	await see( /Works\./ );
} );

it( 'a login that expires during a run is reported, and the run continues after the next login', async () => {
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
	// Several parts of the page may have told it.
	await page
		.locator( 'p', { hasText: /You are no longer logged in/ } )
		.first()
		.waitFor( { state: 'detached' } );
	await see( /in sync with KeyCRM/ );
} );
