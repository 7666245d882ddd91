/** Tests that webhooks can be set up on the Settings screen in a real browser with the stack of `npm start`. */
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
	} );
	await sync( stack.shop );
	browser = await openBrowser();
	screen = await openScreen( browser );
}, 300_000 );
afterAll( async () => {
	await browser.close();
	await stack.stop();
} );

const address = () => screen.page.getByLabel( 'Address for KeyCRM' );

/** The demo KeyCRM calls this address from now on. */
async function connect(): Promise< void > {
	const url = await address().inputValue();
	stack.keycrm.world.webhooks.connect( { url } );
}

/** Stock changes in KeyCRM. @return What the shop answered to KeyCRM's call. */
async function change( quantity: number ): Promise< number | null > {
	const { catalogue, stock, webhooks } = stack.keycrm.world;
	const [ offer ] = catalogue.offers();
	if ( offer === undefined ) {
		throw new Error( 'The demo has offers.' );
	}
	stock.set( offer, 1, quantity, 'manual' );
	await webhooks.settled();
	return webhooks.calls.at( -1 )?.status ?? null;
}

it( 'shows the address, and says that nothing has come yet', async () => {
	const { page } = screen;
	await page.goto( stack.adminUrl );
	await page
		.getByRole( 'navigation', { name: 'KeyCRM stock' } )
		.getByRole( 'link', { name: 'Settings' } )
		.click();
	await address().waitFor();
	expect( await address().inputValue() ).toMatch( /webhook.\w{20,}/ );
	await page.getByText( 'Nothing yet.' ).waitFor();
	await screen.picture( 'webhook-1-address' );
} );

it( 'leads through KeyCRM’s own screens, step by step', async () => {
	const { page } = screen;
	for ( const guide of await page.locator( 'details summary' ).all() ) {
		await guide.click();
	}
	await page
		.getByText( /Вебхуки/ )
		.first()
		.waitFor();
	await page
		.getByText( /Зберегти/ )
		.first()
		.waitFor();
	await screen.picture( 'webhook-2-guide' );
} );

it( 'shows what came in last, right after KeyCRM has called', async () => {
	const { page } = screen;
	await connect();
	expect( await change( 41 ) ).toBe( 200 );
	await page.reload();
	await address().waitFor();
	await page
		.getByText( /stock of 1 product variant/ )
		.first()
		.waitFor();
	await screen.picture( 'webhook-3-received' );
} );

it( 'replaces the address after a question, and the old one ends', async () => {
	const { page } = screen;
	const old = await address().inputValue();
	await page
		.getByRole( 'button', { name: 'Make a new webhook address' } )
		.click();
	await page.getByRole( 'button', { name: 'Replace the address' } ).click();
	await page
		.getByText( /There is a new address/ )
		.first()
		.waitFor();
	expect( await address().inputValue() ).not.toBe( old );
	expect( await change( 42 ) ).toBe( 404 );
	await connect();
	expect( await change( 43 ) ).toBe( 200 );
} );

it( 'leaves no error in the console', () => {
	expect( screen.complaints ).toEqual( [] );
} );
