/**
 * Tests, in a real browser with the stack of `npm start`, how an owner fills an empty KeyCRM from the shop, and later
 * lets the shop keep the stock.
 */
import type { Browser } from 'playwright-core';
import { openStack } from '../support/demo/stack';
import type { Stack } from '../support/demo/stack';
import { readStock } from '../support/demo/stock-table';
import { openBrowser, openScreen } from './browser';
import type { Screen } from './browser';

const WAREHOUSE = 1;

let stack: Stack;
let browser: Browser;
let screen: Screen;

beforeAll( async () => {
	stack = await openStack( () => undefined );
	// An account in which nobody has entered any stock yet.
	const { catalogue, stock } = stack.keycrm.world;
	for ( const offer of catalogue.offers() ) {
		for ( const { warehouse_id: id } of stock.lines( offer ) ) {
			stock.set( offer, id, 0, 'manual' );
		}
	}
	browser = await openBrowser();
	screen = await openScreen( browser );
}, 300_000 );
afterAll( async () => {
	await browser.close();
	await stack.stop();
} );

/** What KeyCRM holds in the warehouse, all products together. */
function unitsInKeyCrm(): number {
	const { catalogue, stock } = stack.keycrm.world;
	return catalogue
		.offers()
		.flatMap( ( offer ) => stock.lines( offer ) )
		.filter( ( { warehouse_id: id } ) => id === WAREHOUSE )
		.reduce( ( sum, { quantity } ) => sum + quantity, 0 );
}

/** The run has sent something, and its progress is gone. */
async function ended(): Promise< void > {
	while ( written() === 0 ) {
		await screen.page.waitForTimeout( 200 );
	}
	await screen.page.locator( 'progress' ).waitFor( { state: 'detached' } );
}

const written = (): number =>
	stack.keycrm.log.of( 'PUT /offers/stocks' ).length;

it( 'offers in the set-up to fill KeyCRM, which has no stock', async () => {
	const { page } = screen;
	await page.goto( stack.adminUrl );
	await page.locator( 'input[type=password]' ).fill( stack.keycrm.key );
	await screen.press( 'Check the connection' );
	await screen.see( 'Fill KeyCRM from this shop' );
	await page
		.getByLabel( 'Warehouse that gets the shop’s quantities' )
		.selectOption( { label: 'Основний' } );
	await screen.picture( 'sources-1-offer' );
} );

it( 'shows what KeyCRM would get, and sends it once it is confirmed', async () => {
	const before = await readStock( stack.shop );
	await screen.press( 'Show me what KeyCRM would get' );
	await screen.see( /KeyCRM would get the shop’s quantities/ );
	await screen.picture( 'sources-2-decision' );
	expect( [ unitsInKeyCrm(), written() ] ).toEqual( [ 0, 0 ] );
	await screen.page
		.getByRole( 'link', { name: 'Show the products' } )
		.click();
	await screen.see( /In KeyCRM then/ );
	await screen.picture( 'sources-3-plan' );
	await screen.press( /^Send .* to KeyCRM$/ );
	await screen.see( /In KeyCRM after/ );
	await ended();
	await screen.picture( 'sources-4-sent' );
	expect( unitsInKeyCrm() ).toBeGreaterThan( 0 );
	expect( await readStock( stack.shop ) ).toEqual( before );
} );

it( 'then finds nothing to change in the shop', async () => {
	await screen.tab( 'Overview' );
	await screen.picture( 'sources-5-filled' );
	await screen.press( 'Show me what would change' );
	await screen.see( /nothing would change|Apply and switch on/ );
	await screen.press( 'Apply and switch on' );
	await screen.see( /in sync with KeyCRM/ );
	await screen.picture( 'sources-6-in-sync' );
} );

it( 'lets the shop keep the stock after a question, and shows a preview', async () => {
	const { page } = screen;
	const sent = written();
	await screen.tab( 'Settings' );
	await page.getByRole( 'radio', { name: 'This shop', exact: true } ).check();
	await page
		.getByLabel( 'Warehouse that gets the shop’s quantities' )
		.selectOption( { label: 'Магазин' } );
	await screen.see( /KeyCRM gets .* in the shop \+ .* reserved there/ );
	await screen.picture( 'sources-7-settings' );
	await screen.press( 'Let this shop keep the stock…' );
	await page.getByRole( 'dialog' ).waitFor();
	await screen.picture( 'sources-8-dialog' );
	await screen.press( 'Switch, and make a preview' );
	await screen.see( /Preview/ );
	await page.getByRole( 'button', { name: /^Send .* to KeyCRM$/ } ).waitFor();
	await screen.picture( 'sources-9-preview' );
	expect( written() ).toBe( sent );
} );

it( 'sends the shop’s quantities once the preview is applied', async () => {
	const before = await readStock( stack.shop );
	const sent = written();
	await screen.press( /^Send .* to KeyCRM$/ );
	await screen.page.getByRole( 'button', { name: 'Sync now' } ).waitFor();
	await screen.picture( 'sources-10-shop-leads' );
	expect( written() ).toBeGreaterThan( sent );
	expect( await readStock( stack.shop ) ).toEqual( before );
} );

it( 'shows the settings that belong to it, and explains all three ways in Help', async () => {
	await screen.tab( 'Settings' );
	await screen.page
		.getByRole( 'heading', { name: 'Where stock is kept' } )
		.waitFor();
	expect(
		await screen.page
			.getByRole( 'heading', { name: 'Stock available for sale' } )
			.count()
	).toBe( 0 );
	await screen.picture( 'sources-11-settings' );
	await screen.tab( 'Help' );
	const pictures = screen.page.locator( 'img.keycrm-stock-picture' );
	await pictures.first().waitFor();
	expect( await pictures.count() ).toBe( 3 );
	// Each is delivered and can be drawn.
	expect(
		await pictures.evaluateAll( ( all ) =>
			Promise.all(
				all.map( async ( one ) => {
					if ( one instanceof HTMLImageElement ) {
						await one.decode();
					}
					return one.getBoundingClientRect().width > 100;
				} )
			)
		)
	).toEqual( [ true, true, true ] );
	await screen.picture( 'sources-12-help' );
} );

it( 'leaves no error in the console', () => {
	expect( screen.complaints ).toEqual( [] );
} );
