/** The plugin was updated while the page was open: the file with the tables is gone. */
import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { someChange } from '../support/samples';
import { openScreen, pass } from '../support/screen';

jest.mock( '../../../src-admin/ui/table/grid', () => {
	throw Object.assign( new Error( 'Loading chunk table failed.' ), {
		name: 'ChunkLoadError',
	} );
} );

it( 'leaves the rest of the page as it is, and says what to do', async () => {
	const log = jest.spyOn( console, 'error' ).mockImplementation( () => {} );
	const rest = new FakeRest();
	rest.changes = [ someChange() ];
	await openScreen( rest, '&tab=changes' );
	await pass( 1 );
	log.mockRestore();
	expect(
		screen.getByText( /The plugin may have been updated while the page/, {
			selector: 'p',
		} )
	).toBeVisible();
	expect(
		screen.getByRole( 'button', { name: 'Reload the page' } )
	).toBeVisible();
	expect( screen.getByRole( 'link', { name: 'Settings' } ) ).toBeVisible();
	expect( screen.getByLabelText( 'Outcome' ) ).toBeVisible();
} );
