/** Settings → Messages: recipients and conditions of e-mails. */
import { screen } from '@testing-library/react';
import { openSettings } from '../support/settings-screen';

const addresses = () => screen.getByLabelText( /E-mail addresses/ );

it( 'says who gets e-mails if no address is given', async () => {
	await openSettings();
	expect( addresses() ).toHaveValue( '' );
	expect( addresses() ).toHaveAccessibleDescription( /owner@shop\.example/ );
} );

it( 'accepts several addresses, separated in any usual way', async () => {
	const { user, save } = await openSettings();
	await user.type( addresses(), 'one@shop.example,  two@shop.example; ' );
	expect( addresses() ).toHaveValue(
		'one@shop.example,  two@shop.example; '
	);
	expect( await save() ).toEqual( {
		notify: { emails: [ 'one@shop.example', 'two@shop.example' ] },
	} );
} );

it( 'shows the saved addresses, and can remove them', async () => {
	const { user, save } = await openSettings( {
		notify: {
			emails: [ 'one@shop.example', 'two@shop.example' ],
			after_failures: 3,
		},
	} );
	expect( addresses() ).toHaveValue( 'one@shop.example, two@shop.example' );
	await user.clear( addresses() );
	expect( await save() ).toEqual( { notify: { emails: [] } } );
} );

it( 'shows an invalid address as an error at the field', async () => {
	const { user, save } = await openSettings();
	await user.type( addresses(), 'one@shop.example, two' );
	expect( await save() ).toBeUndefined();
	expect( addresses() ).toBeInvalid();
	expect( addresses() ).toHaveAccessibleDescription(
		/not an e-mail address/
	);
	expect( addresses() ).toHaveFocus();
} );

it( 'sends no e-mails about failures if the number is 0', async () => {
	const { user, save } = await openSettings();
	const failures = screen.getByLabelText( /failed syncs in a row/ );
	await user.clear( failures );
	await user.type( failures, '0' );
	expect( await save() ).toEqual( { notify: { after_failures: 0 } } );
} );
