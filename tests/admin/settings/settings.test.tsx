import { fireEvent, screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { announced, openScreen, pass } from '../support/screen';
import { someSettings } from '../support/samples';

const SETTINGS = '&tab=settings';
const save = () => screen.getByRole( 'button', { name: 'Save' } );
const buffer = () => screen.getByLabelText( /Keep back from sale/ );

it( 'can be saved after a change, and sends only the change', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	expect( save() ).toHaveAttribute( 'aria-disabled', 'true' );
	await user.click( save() );
	expect( rest.askedFor( 'POST' ) ).toHaveLength( 0 );

	await user.clear( buffer() );
	await user.type( buffer(), '2' );
	await user.selectOptions( screen.getByLabelText( 'Sync every' ), '60' );
	expect( save() ).toHaveAttribute( 'aria-disabled', 'false' );
	await user.click( save() );
	await pass( 0.1 );

	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		buffer: 2,
		schedule: { every_minutes: 60 },
	} );
	expect( screen.getByText( 'Settings saved.' ) ).toBeVisible();
	expect( announced() ).toContain( 'Settings saved.' );
	expect( save() ).toHaveFocus();
	expect( save() ).toHaveAttribute( 'aria-disabled', 'true' );
} );

it( 'is unchanged again when a change was put back', async () => {
	const { user } = await openScreen( new FakeRest(), SETTINGS );
	const tick = screen.getByLabelText( /Subtract what is reserved/ );
	await user.click( tick );
	await user.click( tick );
	expect( save() ).toHaveAttribute( 'aria-disabled', 'true' );
} );

it.each( [
	[ '-1', 'Enter 0 or more.' ],
	[ '1000001', 'Enter 1,000,000 or less.' ],
	[ '1.5', 'Enter a whole number.' ],
	[ ' ', 'Enter a whole number.' ],
] )( 'shows at the field why “%s” is invalid', async ( typed, sentence ) => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	await user.clear( buffer() );
	await user.type( buffer(), typed );
	await user.click( save() );
	await pass( 0.1 );
	expect( buffer() ).toBeInvalid();
	expect( buffer() ).toHaveFocus();
	expect( buffer() ).toHaveAccessibleDescription( new RegExp( sentence ) );
	expect( rest.askedFor( 'POST' ) ).toHaveLength( 0 );
} );

it( 'shows the server’s errors at the fields', async () => {
	const rest = new FakeRest();
	rest.refuse(
		'POST /settings',
		400,
		'rest_invalid_param',
		'Enter 80 or less.',
		{ params: { 'guard.max_drop_percent': 'Enter 80 or less.' } }
	);
	const { user } = await openScreen( rest, SETTINGS );
	const field = screen.getByLabelText( /would fall by more than/ );
	await user.clear( field );
	await user.type( field, '90' );
	await user.click( save() );
	await pass( 0.1 );
	expect( field ).toBeInvalid();
	expect( field ).toHaveValue( 90 );
	expect( field ).toHaveAccessibleDescription( 'Enter 80 or less.' );
} );

it( 'keeps what was typed when the site cannot be reached', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	await user.type( buffer(), '5' );
	rest.offline = true;
	await user.click( save() );
	await pass( 0.1 );
	expect(
		screen.getByText( /Your site could not be reached/, { selector: 'p' } )
	).toBeVisible();
	expect( buffer() ).toHaveValue( 5 );
} );

it( 'never shows the key, and changes it only when one is typed', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	const key = screen.getByLabelText( 'API key' );
	expect( key ).toHaveValue( '' );
	expect( key ).toHaveAccessibleDescription(
		/A key ending in 7f3a is saved/
	);

	await user.type( key, 'new-c0de' );
	await user.click(
		screen.getByRole( 'button', { name: 'Check the connection' } )
	);
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /connection' )[ 0 ]?.body ).toEqual( {
		api_key: 'new-c0de',
	} );
	await user.click( save() );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		api_key: 'new-c0de',
	} );
	expect( key ).toHaveValue( '' );
	expect( key ).toHaveAccessibleDescription( /ending in c0de/ );
} );

it( 'says so if the key is set in wp-config.php', async () => {
	const rest = new FakeRest();
	rest.settings = someSettings( { api_key_source: 'constant' } );
	await openScreen( rest, SETTINGS );
	expect( screen.queryByLabelText( 'API key' ) ).toBeNull();
	expect( screen.getByText( /set in wp-config\.php/ ) ).toBeVisible();
} );

it( 'asks before unsaved changes are left', async () => {
	const { user } = await openScreen( new FakeRest(), SETTINGS );
	await user.type( buffer(), '5' );
	await user.click( screen.getByRole( 'link', { name: 'Help' } ) );
	await pass( 1 );
	expect( screen.getByRole( 'dialog' ) ).toHaveTextContent(
		'Leave without saving?'
	);
	await user.click( screen.getByRole( 'button', { name: 'Stay here' } ) );
	await pass( 1 );
	expect( window.location.search ).toContain( 'tab=settings' );
	expect( buffer() ).toHaveValue( 5 );

	await user.click( screen.getByRole( 'link', { name: 'Help' } ) );
	await pass( 1 );
	await user.click(
		screen.getByRole( 'button', { name: 'Leave without saving' } )
	);
	await pass( 1 );
	expect( screen.getByText( 'How it works' ) ).toBeVisible();
} );

it( 'while something is unsaved, the browser asks before it closes the window', async () => {
	const { user } = await openScreen( new FakeRest(), SETTINGS );
	const closing = () =>
		fireEvent( window, new Event( 'beforeunload', { cancelable: true } ) );
	expect( closing() ).toBe( true );
	await user.type( buffer(), '5' );
	expect( closing() ).toBe( false );
} );

it( 'asks when the back button would lose changes', async () => {
	const { user } = await openScreen( new FakeRest() );
	await user.click( screen.getByRole( 'link', { name: 'Settings' } ) );
	await user.type( buffer(), '5' );
	window.history.replaceState( null, '', '?page=keycrm-stock' );
	fireEvent( window, new PopStateEvent( 'popstate' ) );
	await pass( 1 );
	expect( screen.getByRole( 'dialog' ) ).toBeVisible();
	expect( window.location.search ).toContain( 'tab=settings' );
} );
