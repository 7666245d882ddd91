import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen, pass } from '../support/screen';

const tab = ( name: string ) => screen.getByRole( 'link', { name } );

it( 'each tab has its own URL, and the back button returns to the tab before', async () => {
	const { user } = await openScreen( new FakeRest(), '&lang=uk' );
	expect( tab( 'Overview' ) ).toHaveAttribute( 'aria-current', 'page' );

	await user.click( tab( 'Help' ) );
	expect( window.location.search ).toBe(
		'?page=keycrm-stock&lang=uk&tab=help'
	);
	expect( tab( 'Help' ) ).toHaveAttribute( 'aria-current', 'page' );
	expect( screen.getByRole( 'heading', { name: 'Help' } ) ).toHaveFocus();

	window.history.back();
	await pass( 1 );
	expect(
		screen.getByText( 'All 109 products are in sync with KeyCRM.' )
	).toBeVisible();
} );

it( 'the URL chooses the tab at first, without moving the focus', async () => {
	await openScreen( new FakeRest(), '&tab=help' );
	expect( screen.getByText( 'How it works' ) ).toBeVisible();
	expect( document.body ).toHaveFocus();
} );

it( 'opens the Overview if the URL is invalid', async () => {
	await openScreen( new FakeRest(), '&tab=constructor&run=-1&outcome=x' );
	expect(
		screen.getByText( 'All 109 products are in sync with KeyCRM.' )
	).toBeVisible();
} );

it( 'shows the server’s message if the page cannot load, and can try again', async () => {
	const rest = new FakeRest();
	rest.refuse(
		'GET /settings',
		403,
		'rest_forbidden',
		'Sorry, you are not allowed to do that.'
	);
	const { user } = await openScreen( rest );
	expect(
		screen.getByText( 'Sorry, you are not allowed to do that.' )
	).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'All 109 products are in sync with KeyCRM.' )
	).toBeVisible();
} );

it.each( [
	[ 'invalid_json', 'Your site answered with something that is not data.' ],
] )( 'explains the error %s to the shop owner', async ( code, words ) => {
	const rest = new FakeRest();
	rest.refuse( 'GET /settings', 403, code, 'For developers.' );
	await openScreen( rest );
	expect( screen.getByText( new RegExp( words ) ) ).toBeVisible();
	expect( screen.queryByText( 'For developers.' ) ).toBeNull();
} );

it( 'reports an answer that does not fit the contract', async () => {
	const rest = new FakeRest();
	rest.getSettings = () => ( { ...rest.settings, buffer: 1.5 } );
	await openScreen( rest );
	expect( screen.getByText( /answer was not understood/ ) ).toBeVisible();
} );
