/** “Sync this product” in the box on the product's edit screen. */
import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { offerSync } from '../../../src-admin/features/product-sync/product-sync';
import { faultsOfPage } from '../support/accessible';
import { FakeRest } from '../support/fake-rest';
import { someProductSync } from '../support/samples';

function openBox( rest: FakeRest, fields = '' ) {
	Object.assign( window, { fetch: rest.fetch } );
	document.body.innerHTML = `${ fields }<div class="inside">
		<table><tbody>
			<tr><th scope="row" data-product="101">0001</th><td>7</td><td>7 for sale.</td></tr>
			<tr><th scope="row" data-product="102">0002</th><td>3</td><td>3 for sale.</td></tr>
		</tbody></table>
		<div class="keycrm-stock-sync" data-product="101"></div>
	</div>`;
	const place = document.querySelector< HTMLElement >( '.keycrm-stock-sync' );
	offerSync( place ?? document.body );
}

const button = () =>
	screen.getByRole( 'button', { name: 'Sync this product' } );
const press = () => userEvent.click( button() );
const said = ( sentence: string ) =>
	waitFor( () =>
		expect( screen.getByRole( 'status' ) ).toHaveTextContent( sentence )
	);
const valueOf = ( name: string ) =>
	document.querySelector< HTMLInputElement >( `[name="${ name }"]` )?.value;

it( 'says what happened, and shows it in the table', async () => {
	const rest = new FakeRest();
	openBox( rest );
	await press();
	await said( 'Stock is now 5 (was 7).' );
	expect( rest.askedFor( 'POST /products/101/sync' ) ).toHaveLength( 1 );
	expect(
		[ ...document.querySelectorAll( 'tr' ) ].map(
			( { textContent } ) => textContent
		)
	).toEqual( [ '00015Stock is now 5 (was 7).', '000233 for sale.' ] );
	expect( document.querySelector( '.notice-success' ) ).not.toBeNull();
	expect( button() ).toHaveFocus();
	expect( await faultsOfPage() ).toEqual( [] );
} );

it( 'is pressed once, however often it is clicked while KeyCRM is asked', async () => {
	const rest = new FakeRest();
	const held = rest.hold( 'POST /products' );
	openBox( rest );
	await press();
	await said( 'Asking KeyCRM…' );
	expect( button() ).toHaveAttribute( 'aria-disabled', 'true' );
	await press();
	held.release();
	await said( 'Stock is now 5' );
	expect( rest.askedFor( 'POST /products' ) ).toHaveLength( 1 );
	await press();
	expect( rest.askedFor( 'POST /products' ) ).toHaveLength( 2 );
} );

it( 'says what is wrong, and may be pressed again', async () => {
	const rest = new FakeRest();
	rest.refuse(
		'POST /products',
		503,
		'keycrm_stock_must_wait',
		'Try again in 30 seconds.'
	);
	openBox( rest );
	await press();
	await said( 'Try again in 30 seconds.' );
	expect( document.querySelector( '.notice-error' ) ).not.toBeNull();
	await press();
	await said( 'Stock is now 5' );
} );

it( 'brings WooCommerce’s fields up to date, and leaves what a person has typed', async () => {
	const rest = new FakeRest();
	const [ first ] = someProductSync().products;
	rest.synced = someProductSync( {
		products: first
			? [ first, { ...first, product_id: 102, after: 9 } ]
			: [],
	} );
	openBox(
		rest,
		`<input name="_stock" value="7" /><input name="_original_stock" value="7" />
		<input name="variable_post_id[3]" value="102" />
		<input name="variable_stock[3]" value="4" /><input name="variable_original_stock[3]" value="3" />`
	);
	await press();
	await said( 'Stock is now 5' );
	expect( [ valueOf( '_stock' ), valueOf( '_original_stock' ) ] ).toEqual( [
		'5',
		'5',
	] );
	expect( [
		valueOf( 'variable_stock[3]' ),
		valueOf( 'variable_original_stock[3]' ),
	] ).toEqual( [ '4', '9' ] );
} );
