/**
 * Tests a shop owner's first visit, from the key to the right stock, in a real browser with the stack of `npm
 * start`.
 */
import type { Browser } from 'playwright-core';
import { compare, readStock } from '../support/demo/stock-table';
import { openStack } from '../support/demo/stack';
import type { Stack } from '../support/demo/stack';
import { openBrowser, openScreen } from './browser';
import type { Screen } from './browser';

const RULES = { warehouses: [ 1, 2 ], subtract_reserve: true, buffer: 0 };

let stack: Stack;
let browser: Browser;
let screen: Screen;

beforeAll( async () => {
	stack = await openStack( () => undefined );
	browser = await openBrowser();
	screen = await openScreen( browser );
}, 300_000 );
afterAll( async () => {
	await browser.close();
	await stack.stop();
} );

it( 'explains a wrong key, and accepts a working one', async () => {
	const { page } = screen;
	await page.goto( stack.adminUrl );
	await screen.see( 'Connect your shop to KeyCRM' );
	await screen.picture( '1-first-visit' );
	const key = page.locator( 'input[type=password]' );
	await key.fill( 'not-the-key' );
	await screen.press( 'Check the connection' );
	await screen.see( /KeyCRM did not accept/ );
	await screen.picture( '2-wrong-key' );
	await key.fill( `Bearer ${ stack.keycrm.key }` );
	await screen.press( 'Check the connection' );
	await screen.see( /Works\. 110 product variants found/ );
} );

it( 'finds the warehouses and shows the formula with a real product', async () => {
	const { page } = screen;
	await page.getByRole( 'radio', { name: 'Only those I tick' } ).check();
	const repairs = page.getByRole( 'checkbox', { name: 'Ремонт' } );
	await repairs.waitFor();
	for ( const name of [ 'Основний', 'Магазин' ] ) {
		await page.getByRole( 'checkbox', { name } ).check();
	}
	await repairs.uncheck();
	await screen.see( /for sale/ );
	await screen.picture( '3-what-may-be-sold' );
	await screen.press( 'Save and go on' );
} );

it( 'asks how orders get into KeyCRM, and lists KeyCRM’s sources', async () => {
	const { page } = screen;
	const step = page
		.getByRole( 'listitem' )
		.filter( { hasText: 'Orders of this shop' } );
	await screen.see(
		/Until then each order of the last 14 days is subtracted/
	);
	await screen.picture( '3-orders' );
	await step.getByLabel( 'Somebody types them in' ).check();
	await step.getByLabel( 'Processing' ).waitFor();
	await screen.picture( '3-orders-typed-in' );
	await step.getByLabel( /^KeyCRM’s plugin/ ).check();
	await step
		.getByLabel( /This shop’s source/ )
		.getByRole( 'option' )
		.nth( 1 )
		.waitFor( { state: 'attached' } );
	await screen.picture( '3-orders-sent' );
	await step.getByRole( 'button', { name: 'Decide later' } ).click();
	await screen.picture( '3-orders-later' );
	await step.getByRole( 'button', { name: 'Answer now' } ).click();
	await step.getByLabel( 'Somebody types them in' ).check();
	await step.getByRole( 'button', { name: 'Save and go on' } ).click();
	await step.getByRole( 'button', { name: 'Change the answer' } ).waitFor();
	await screen.picture( '3-orders-answered' );
} );

it( 'shows what would change before anything changes', async () => {
	const { page } = screen;
	const before = await readStock( stack.shop );
	await screen.press( 'Show me what would change' );
	await screen.see( /would change/ );
	await screen.picture( '4-preview' );
	await page.getByRole( 'link', { name: 'Open the list' } ).click();
	await page.getByRole( 'table' ).waitFor();
	expect( await page.getByRole( 'row' ).count() ).toBeGreaterThan( 10 );
	await screen.picture( '5-list' );
	await page.goBack();
	expect( await readStock( stack.shop ) ).toEqual( before );
} );

it( 'applies it, enables the schedule, and ends with every number right', async () => {
	const { page } = screen;
	const before = await readStock( stack.shop );
	await screen.press( 'Apply and switch on' );
	await screen.see( /in sync with KeyCRM/ );
	await screen.picture( '6-overview' );
	// The notice about orders is gone, because the question was answered.
	expect( await page.getByText( /Nobody has said how/ ).count() ).toBe( 0 );
	const lines = compare(
		before,
		await readStock( stack.shop ),
		stack.catalogue.seed,
		RULES
	);
	expect( lines.filter( ( { right } ) => ! right ) ).toEqual( [] );
	expect( lines.length ).toBeGreaterThan( 100 );
} );

it( 'continues while the page is closed, and shows the run’s progress when the page is opened again', async () => {
	const { page } = screen;
	stack.keycrm.faults.add(
		{ kind: 'rate_limited', retry_after: { as: 'seconds', seconds: 20 } },
		{ next: 1 }
	);
	await screen.press( 'Sync now' );
	await screen.see( /they are used up/ );
	await screen.picture( '7-waiting' );
	await page.goto( 'about:blank' );
	await page.goto( stack.adminUrl );
	await page.getByRole( 'button', { name: 'Cancel' } ).waitFor();
	await screen.see( /in sync with KeyCRM/ );
} );

it( 'cancels a run when the owner asks for it', async () => {
	stack.keycrm.faults.add(
		{ kind: 'rate_limited', retry_after: { as: 'seconds', seconds: 90 } },
		{ next: 1 }
	);
	await screen.press( 'Sync now' );
	await screen.see( /they are used up/ );
	await screen.press( 'Cancel' );
	await screen.see( 'The last sync was cancelled.' );
	await screen.picture( '8-cancelled' );
} );

it( 'saves settings, and shows errors at the fields', async () => {
	const { page } = screen;
	await screen.tab( 'Settings' );
	const buffer = page.getByLabel( /Keep back/ );
	await buffer.fill( '3' );
	await screen.picture( '9-settings' );
	await screen.press( /^Save/ );
	await screen.see( 'Settings saved.' );
	await page.reload();
	await page.getByLabel( /Keep back/ ).waitFor();
	expect( await page.getByLabel( /Keep back/ ).inputValue() ).toBe( '3' );
	await page.getByLabel( /Keep back/ ).fill( '-5' );
	await screen.press( /^Save/ );
	await page.locator( '[aria-invalid=true]' ).first().waitFor();
	await screen.picture( '10-field-error' );
} );

it( 'asks before unsaved changes are lost, and shows every tab', async () => {
	const { page } = screen;
	await screen.tab( 'Help' );
	await page.getByRole( 'dialog' ).waitFor();
	await screen.picture( '11-leave' );
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: /[Ll]eave|[Dd]iscard/ } )
		.click();
	for ( const name of [ 'Help', 'Changes', 'Overview' ] ) {
		await screen.tab( name );
		await page.getByRole( 'heading', { name, level: 2 } ).waitFor();
		await screen.picture( `tab-${ name.toLowerCase() }` );
	}
} );

it( 'leaves no error in the console', () => {
	expect( screen.complaints ).toEqual( [] );
} );
