/** Settings → Products: products that KeyCRM no longer has. */
import { screen } from '@testing-library/react';
import { openSettings } from '../support/settings-screen';

it( 'keeps the stock of products that KeyCRM no longer has, and explains the other choice', async () => {
	const { user, save } = await openSettings();
	expect(
		screen.getByLabelText( /Leave their number as it is/ )
	).toBeChecked();
	const zero = screen.getByLabelText( /Set their number to 0, once/ );
	expect( zero ).toHaveAccessibleDescription(
		/only where the number here came from KeyCRM/
	);
	await user.click( zero );
	expect( await save() ).toEqual( { gone: 'zero' } );
} );
