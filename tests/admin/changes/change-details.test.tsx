import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen, pass } from '../support/screen';
import { someRun } from '../support/sample-runs';
import { someChange } from '../support/samples';

function site() {
	const rest = new FakeRest();
	rest.history = [ someRun() ];
	rest.changes = [ someChange() ];
	return rest;
}

it( 'shows every term of a sum when its details are opened', async () => {
	const { user } = await openScreen( site(), '&tab=changes' );
	await user.click( screen.getByText( /98 \+ 35 in 2 warehouses/ ) );
	expect(
		screen.getByText( 'Main: 98 pieces, 8 of them reserved' )
	).toBeVisible();
	expect( screen.getByText( '= 122 for sale' ) ).toBeVisible();
} );

it( 'downloads the list as it is filtered', async () => {
	const rest = site();
	const made: string[] = [];
	Object.assign( URL, {
		createObjectURL: () => '#file',
		revokeObjectURL: ( address: string ) => made.push( address ),
	} );
	const { user } = await openScreen( rest, `&tab=changes&outcome=updated` );
	await user.click( screen.getByRole( 'button', { name: /CSV/ } ) );
	await pass( 0.1 );
	expect(
		rest.askedFor( 'GET /runs/7/changes?outcome=updated&format=csv' )
	).toHaveLength( 1 );
	expect( made ).toEqual( [ '#file' ] );
} );

it( 'shows a product’s numbers of 30 days as a chart and as a table', async () => {
	const rest = site();
	const { user } = await openScreen( rest, '&tab=changes' );
	await user.click(
		screen.getAllByRole( 'button', { name: 'Its last 30 days' } )[ 0 ] ??
			document.body
	);
	await pass( 0.1 );
	const dialog = within( screen.getByRole( 'dialog' ) );
	expect(
		dialog.getByRole( 'img', {
			name: 'In the shop now: 18. In KeyCRM when it was last read: 21. Numbers written in 30 days: 2.',
		} )
	).toBeVisible();
	await user.click( dialog.getByText( 'Show as a table' ) );
	expect(
		dialog.getAllByRole( 'row' ).map( ( { textContent } ) => textContent )
	).toEqual( [
		'WhenBeforeAfterIn KeyCRM',
		expect.stringMatching( /Jul 22.*92021$/ ),
		expect.stringMatching( /Jul 12.*101213$/ ),
	] );
} );

it( 'syncs one product, and says what came of it', async () => {
	const rest = site();
	const { user } = await openScreen( rest, '&tab=changes' );
	const sync = () =>
		user.click(
			screen.getAllByRole( 'button', {
				name: 'Sync this product',
			} )[ 0 ] ?? document.body
		);
	const held = rest.hold( 'POST /products' );
	await sync();
	await sync();
	expect( screen.getByText( 'Asking KeyCRM…' ) ).toBeVisible();
	held.release();
	await pass( 0.1 );
	expect( screen.getByText( 'Stock is now 5 (was 7).' ) ).toBeVisible();
	expect( rest.askedFor( 'POST /products/101/sync' ) ).toHaveLength( 1 );
	expect( rest.askedFor( 'GET /runs/7/changes' ) ).toHaveLength( 2 );

	rest.refuse(
		'POST /products',
		503,
		'must_wait',
		'Try again in 9 seconds.'
	);
	await sync();
	await pass( 0.1 );
	expect( screen.getByText( 'Try again in 9 seconds.' ) ).toBeVisible();
} );
