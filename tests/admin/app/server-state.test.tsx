/** Data from the server is refetched in time, and no input or error is lost. */
import { act, screen } from '@testing-library/react';
import { button, connectedSite, newSite } from '../support/setup-site';
import { FakeRest } from '../support/fake-rest';
import {
	runningRun,
	someCurrent,
	somePreview,
	someRun,
	stoppedRun,
} from '../support/sample-runs';
import { someChange, someSettings } from '../support/samples';
import { openScreen, pass } from '../support/screen';

const notice = ( words: RegExp ) =>
	screen.queryByText( words, { selector: 'p' } );
const LOGGED_OUT = /You are no longer logged in/;
const lookAgain = async () => {
	act( () => {
		window.dispatchEvent( new Event( 'focus' ) );
	} );
	await pass( 0.1 );
};

it( 'if the login ends during a run, a notice says so, and the run goes on after the next login', async () => {
	const rest = new FakeRest();
	rest.current = someCurrent( { run: runningRun() } );
	rest.steps = [
		( { progress } ) => ( {
			progress: { ...progress, done: progress.done + 1 },
			...( progress.done > 40 && { status: 'succeeded', phase: 'done' } ),
		} ),
	];
	rest.slow( 'POST /runs/8/step', 1 );
	await openScreen( rest );
	await pass( 2 );
	rest.signOut();
	// After 30 seconds of failures the pauses between steps are long.
	await pass( 30 );
	expect( notice( LOGGED_OUT ) ).toBeVisible();
	// The login opens in another tab, so the input is kept.
	expect(
		screen.getByRole( 'link', { name: /^Log in again/ } )
	).toHaveAttribute( 'target', '_blank' );
	const asked = rest.askedFor( 'POST /runs/8/step' ).length;
	rest.signIn();
	await lookAgain();
	await pass( 2 );
	expect( notice( LOGGED_OUT ) ).toBeNull();
	expect( rest.askedFor( 'POST /runs/8/step' ).length ).toBeGreaterThan(
		asked
	);
	await pass( 60 );
	expect( screen.queryByRole( 'progressbar' ) ).toBeNull();
} );

it( 'a new login in another tab is noticed even if this window gets no focus', async () => {
	const rest = new FakeRest();
	rest.current = someCurrent( { run: runningRun() } );
	await openScreen( rest );
	rest.signOut();
	await pass( 5 );
	rest.signIn();
	await pass( 30 );
	expect( notice( LOGGED_OUT ) ).toBeNull();
} );

it( 'settings saved in another tab appear when this tab gets the focus', async () => {
	const rest = new FakeRest();
	await openScreen( rest, '&tab=settings' );
	rest.settings = someSettings( { buffer: 17 } );
	await lookAgain();
	expect( screen.getByLabelText( /Keep back from sale/ ) ).toHaveValue( 17 );
} );

it( 'input typed while a save is under way stays unsaved', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, '&tab=settings' );
	const buffer = screen.getByLabelText( /Keep back from sale/ );
	await user.clear( buffer );
	await user.type( buffer, '3' );
	const held = rest.hold( 'POST /settings' );
	await user.click( button( 'Save' ) );
	await user.type( buffer, '5' );
	held.release();
	await pass( 0.1 );
	expect( rest.settings.buffer ).toBe( 3 );
	expect( buffer ).toHaveValue( 35 );
	await user.click( button( 'Save' ) );
	await pass( 0.1 );
	expect( rest.settings.buffer ).toBe( 35 );
} );

it( 'a key typed while another key is checked stays, and the other key is not saved', async () => {
	const rest = newSite();
	const { user } = await openScreen( rest );
	const key = screen.getByLabelText( 'API key' );
	const held = rest.hold( 'POST /connection' );
	await user.type( key, 'old-key{Enter}' );
	await user.type( key, '-and-more' );
	held.release();
	await pass( 0.1 );
	expect( key ).toHaveValue( 'old-key-and-more' );
	expect( rest.askedFor( 'POST /settings' ) ).toEqual( [] );
	// The answer was about the first key.
	expect( screen.queryByText( /^Works\./ ) ).toBeNull();
} );

it( 'says after three seconds that KeyCRM has not answered yet', async () => {
	const rest = newSite();
	rest.slow( 'POST /connection', 21 );
	const { user } = await openScreen( rest );
	await user.type( screen.getByLabelText( 'API key' ), 'k3y{Enter}' );
	await pass( 1 );
	expect( screen.getByText( 'Asking KeyCRM…' ) ).toBeVisible();
	await pass( 3 );
	expect( screen.getByText( /KeyCRM has not answered yet/ ) ).toBeVisible();
	await pass( 20 );
	expect( screen.getByText( /^Works\./ ) ).toBeVisible();
} );

it( 'asks before leaving the set-up with an unsaved key', async () => {
	const { user } = await openScreen( newSite() );
	await user.type( screen.getByLabelText( 'API key' ), 'k3y' );
	await user.click( screen.getByRole( 'link', { name: 'Help' } ) );
	expect( screen.getByRole( 'dialog' ) ).toBeVisible();
} );

it( 'if two answers arrive in the wrong order, the answer to the newer question is shown', async () => {
	const rest = new FakeRest();
	rest.changes = [
		someChange(),
		someChange( {
			id: 2,
			product_name: 'Шарф',
			outcome: 'not_in_keycrm',
			after: null,
		} ),
	];
	const { user } = await openScreen( rest, '&tab=changes' );
	const outcome = screen.getByLabelText( 'Outcome' );
	const first = rest.hold( 'GET /runs/7/changes' );
	await user.selectOptions( outcome, 'updated' );
	await first.arrived;
	await user.selectOptions( outcome, 'not_in_keycrm' );
	await pass( 0.1 );
	first.release();
	await pass( 0.1 );
	expect( screen.getByText( 'Шарф' ) ).toBeVisible();
	expect( screen.queryByText( 'Шапка біла, M' ) ).toBeNull();
} );

it( 'if settings changed after a preview, each tab says so, also after switching tabs', async () => {
	const rest = new FakeRest();
	rest.current = someCurrent( {
		run: somePreview( { fresh: false, settings_changed: true } ),
	} );
	rest.history = [ somePreview( { fresh: false, settings_changed: true } ) ];
	const MARK = /Settings have changed since this preview was made/;
	const { user } = await openScreen( rest, '&tab=changes' );
	expect( screen.getByText( MARK ) ).toBeVisible();
	expect( screen.queryByRole( 'button', { name: /^Apply/ } ) ).toBeNull();
	await user.click( screen.getByRole( 'link', { name: 'Help' } ) );
	await user.click( screen.getByRole( 'link', { name: 'Changes' } ) );
	await pass( 0.1 );
	expect( screen.getByText( MARK ) ).toBeVisible();
	expect( screen.queryByRole( 'button', { name: /^Apply/ } ) ).toBeNull();
} );

it( 'the set-up stays until the owner has decided about automatic sync', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( { run: someRun() } );
	const { user } = await openScreen( rest );
	expect( screen.getByText( /The first sync is done/ ) ).toBeVisible();
	await user.click( button( 'Leave it off' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' ).at( -1 )?.body ).toMatchObject( {
		schedule: { enabled: false },
	} );
	expect( screen.queryByText( /The first sync is done/ ) ).toBeNull();
} );

it.each( [
	[ 'confirm', /^Set 312 products to 0$/, /was not continued\. Too late\./ ],
	[ 'apply', /^Apply to 412 products$/, /was not applied\. Too late\./ ],
] as const )(
	'shows why the server refused to %s a run',
	async ( what, name, words ) => {
		const rest = new FakeRest();
		rest.current = someCurrent( {
			run: 'confirm' === what ? stoppedRun() : somePreview(),
		} );
		rest.refuse( 'POST /runs', 409, 'keycrm_stock_x', 'Too late.' );
		const { user } = await openScreen( rest );
		await user.click( screen.getByRole( 'button', { name } ) );
		await pass( 0.1 );
		expect( notice( words ) ).toBeVisible();
	}
);

it( 'says so if automatic sync could not be switched on', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( { run: someRun() } );
	const { user } = await openScreen( rest );
	rest.refuse( 'POST /settings', 409, 'keycrm_stock_x', 'Too late.' );
	await user.click( button( 'Switch automatic sync on' ) );
	await pass( 0.1 );
	expect(
		notice( /Automatic sync was not switched on\. Too late\./ )
	).toBeVisible();
} );

it( 'an answer that breaks the contract is shown in the console and in the technical details', async () => {
	const log = jest.spyOn( console, 'error' ).mockImplementation( () => {} );
	const rest = new FakeRest();
	rest.getSettings = () => ( { ...rest.settings, buffer: 1.5 } );
	await openScreen( rest );
	expect( log ).toHaveBeenCalledWith(
		expect.stringMatching(
			/\/settings does not keep the contract\.\nbuffer/
		),
		expect.anything()
	);
	log.mockRestore();
	expect(
		screen.getByText( /^.*keycrm-stock.*buffer/s, {
			selector: 'pre, code',
		} )
	).toBeInTheDocument();
} );

it( 'without WooCommerce one notice says so, without technical details', async () => {
	const rest = new FakeRest();
	const words = 'No route was found matching the URL and request method.';
	rest.refuse( 'GET /settings', 404, 'rest_no_route', words );
	rest.refuse( 'GET /runs/current', 404, 'rest_no_route', words );
	await openScreen( rest );
	expect(
		screen.getAllByText( /WooCommerce may have been deactivated/, {
			selector: 'p',
		} )
	).toHaveLength( 1 );
	expect( screen.queryByText( words ) ).toBeNull();
	expect( screen.queryByText( /[Tt]echnical details/ ) ).toBeNull();
} );

it( 'the example shows no result while its field is invalid', async () => {
	const { user } = await openScreen( connectedSite() );
	const buffer = screen.getByLabelText( /Keep back from sale/ );
	await user.clear( buffer );
	await user.type( buffer, '-3' );
	expect( screen.getByText( /Correct the numbers above/ ) ).toBeVisible();
	expect(
		screen.queryByText( /for sale$/, { selector: 'output' } )
	).toBeNull();
} );

it( 'if the nonce has expired, a download fetches a new one', async () => {
	const rest = new FakeRest();
	rest.changes = [ someChange() ];
	const { user } = await openScreen( rest, '&tab=changes' );
	window.URL.createObjectURL = () => 'blob:x';
	window.URL.revokeObjectURL = () => {};
	// jsdom does not navigate.
	const click = jest
		.spyOn( HTMLAnchorElement.prototype, 'click' )
		.mockImplementation( () => {} );
	rest.signIn();
	await user.click( screen.getByRole( 'button', { name: /CSV/ } ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'GET /runs/7/changes' ).at( -1 )?.line ).toContain(
		'format=csv'
	);
	expect( click ).toHaveBeenCalledTimes( 1 );
	click.mockRestore();
	expect( notice( LOGGED_OUT ) ).toBeNull();
} );
