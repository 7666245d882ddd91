/** A component throws while React renders it. Here that is the table of the change log. */
import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { someChange } from '../support/samples';
import { openScreen, pass } from '../support/screen';

jest.mock( '../../../src-admin/ui/table/data-table', () => ( {
	DataTable: () => {
		throw new TypeError( 'cell is not a function' );
	},
} ) );

it( 'if a component throws, the rest of the page stays, and a notice says what to do', async () => {
	const log = jest.spyOn( console, 'error' ).mockImplementation( () => {} );
	const rest = new FakeRest();
	rest.changes = [ someChange() ];
	await openScreen( rest, '&tab=changes' );
	await pass( 1 );
	log.mockRestore();
	expect(
		screen.getByText( /This part of the page could not be shown/, {
			selector: 'p',
		} )
	).toBeVisible();
	expect( screen.getByText( /cell is not a function/ ) ).toBeInTheDocument();
	expect(
		screen.getByRole( 'button', { name: 'Reload the page' } )
	).toBeVisible();
	expect( screen.getByRole( 'link', { name: 'Settings' } ) ).toBeVisible();
} );
