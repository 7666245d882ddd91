/** The chart in the box on the product's edit screen. */
import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { showHistory } from '../../../src-admin/features/product-history/product-history';
import { FakeRest } from '../support/fake-rest';
import { someHistory } from '../support/samples';

let scrollTo: () => void;

function openBox( rest: FakeRest, products: { id: number; name: string }[] ) {
	Object.assign( window, {
		fetch: rest.fetch,
		IntersectionObserver: class {
			constructor(
				told: ( seen: { isIntersecting: boolean }[] ) => void
			) {
				scrollTo = () => told( [ { isIntersecting: true } ] );
			}
			observe() {}
			disconnect() {}
		},
	} );
	const box = document.createElement( 'div' );
	box.dataset[ 'products' ] = JSON.stringify( products );
	document.body.replaceChildren( box );
	showHistory( box );
}

const picture = ( words: RegExp ) =>
	waitFor( () =>
		expect( screen.getByRole( 'img', { name: words } ) ).toBeVisible()
	);

it( 'loads the history only when the box is visible, and draws both numbers', async () => {
	const rest = new FakeRest();
	openBox( rest, [ { id: 101, name: '0001' } ] );
	expect( rest.asked ).toEqual( [] );
	scrollTo();
	await picture( /In the shop now: 18\. In KeyCRM .*: 21/ );
	expect( rest.askedFor( 'GET /products/101/history' ) ).toHaveLength( 1 );
	expect( screen.queryByRole( 'combobox' ) ).toBeNull();
	// From 10 on the left to 18 on the right, on a scale from 0 to 40.
	expect(
		document.querySelector( 'polyline.is-shop' )?.getAttribute( 'points' )
	).toBe(
		'0.0,120.0 200.0,120.0 200.0,112.0 400.0,124.0 400.0,80.0 600.0,88.0'
	);
} );

it( 'shows the history of the selected variation', async () => {
	const rest = new FakeRest();
	openBox( rest, [
		{ id: 101, name: 'S' },
		{ id: 102, name: 'M' },
	] );
	scrollTo();
	await picture( /now: 18/ );
	rest.product = someHistory( { in_shop: 5, items: [] } );
	await userEvent.selectOptions( screen.getByRole( 'combobox' ), 'M' );
	await picture( /now: 5/ );
	expect( rest.askedFor( 'GET /products/102/history' ) ).toHaveLength( 1 );
	expect( screen.queryByText( 'Show as a table' ) ).toBeNull();
} );

it( 'says why the history could not be loaded', async () => {
	const rest = new FakeRest();
	rest.refuse( 'GET /products', 404, 'gone', 'There is no such product.' );
	openBox( rest, [ { id: 101, name: '0001' } ] );
	scrollTo();
	await waitFor( () =>
		expect( screen.getByText( 'There is no such product.' ) ).toBeVisible()
	);
} );
