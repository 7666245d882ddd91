import { screen } from '@testing-library/react';
import { HOLD_DEFAULTS } from '../../src-admin/contract';
import { HOLD_CHOICES, holdLabel } from '../../src-admin/hold-words';
import { FakeRest } from './support/fake-rest';
import { openScreen, pass } from './support/screen';

const SETTINGS = '&tab=settings';
const save = () => screen.getByRole( 'button', { name: 'Save' } );

it( 'says at first that no order has been seen in KeyCRM, and what that means', async () => {
	await openScreen( new FakeRest(), SETTINGS );
	expect( HOLD_DEFAULTS ).toMatchObject( { mode: 'off', detect: true } );
	expect( screen.getByLabelText( holdLabel( 'detect' ) ) ).toBeChecked();
	expect(
		screen.getByText( /No order of this shop has been seen in KeyCRM yet/ )
	).toBeVisible();
} );

it( 'explains each way, and sends the one that is chosen', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	const said = new Set< string | null >();
	for ( const choice of HOLD_CHOICES ) {
		await user.click( screen.getByLabelText( holdLabel( choice ) ) );
		said.add(
			screen
				.getByLabelText( holdLabel( choice ) )
				.closest( '.keycrm-stock-fields' )
				?.querySelector( 'p[aria-live]' )?.textContent ?? null
		);
	}
	expect( said.size ).toBe( HOLD_CHOICES.length );

	await user.click( screen.getByLabelText( holdLabel( 'plugin_marks' ) ) );
	const minutes = screen.getByLabelText( /Minutes that KeyCRM needs/ );
	await user.clear( minutes );
	await user.type( minutes, '45' );
	await user.click( save() );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		hold_orders: { mode: 'plugin_marks', detect: false, grace_minutes: 45 },
	} );
} );

it( 'tells off for good from off for now', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	await user.click( screen.getByLabelText( holdLabel( 'off' ) ) );
	await user.click( save() );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		hold_orders: { detect: false },
	} );
} );
