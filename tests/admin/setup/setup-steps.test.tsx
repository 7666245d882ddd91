import { screen } from '@testing-library/react';
import {
	NEVER,
	button,
	connectedSite,
	newSite,
	step,
} from '../support/setup-site';
import { Refusal } from '../support/refusal';
import {
	failedRun,
	someCurrent,
	somePreview,
	stoppedRun,
} from '../support/sample-runs';
import { someWarehouses } from '../support/samples';
import { announced, openScreen, pass } from '../support/screen';

it( 'does not save a key that does not work, and says why', async () => {
	const rest = newSite();
	rest.connection = {
		ok: false,
		code: 'unauthorized',
		message: 'KeyCRM did not accept the API key.',
		hint: 'Copy it again.',
		details: '',
		offers: 0,
	};
	const { user } = await openScreen( rest );
	await user.type( screen.getByLabelText( 'API key' ), 'wrong{Enter}' );
	await pass( 0.1 );
	expect(
		screen.getByText( 'KeyCRM did not accept the API key. Copy it again.' )
	).toBeVisible();
	expect( announced() ).toContain( 'KeyCRM did not accept' );
	expect( rest.askedFor( 'POST /settings' ) ).toHaveLength( 0 );
} );

it( 'shows at the field what is wrong with a pasted key', async () => {
	const rest = newSite();
	const message = 'The 3rd letter is a Cyrillic “а”.';
	rest.refuse( 'POST /connection', 400, 'rest_invalid_param', message, {
		params: { api_key: message },
	} );
	const { user } = await openScreen( rest );
	await user.type( screen.getByLabelText( 'API key' ), 'xxаx{Enter}' );
	await pass( 0.1 );
	expect( screen.getByLabelText( 'API key' ) ).toBeInvalid();
	expect( screen.getByLabelText( 'API key' ) ).toHaveAccessibleDescription(
		/Cyrillic/
	);
} );

it( 'searches KeyCRM’s pages for warehouses while the owner goes on', async () => {
	const rest = connectedSite();
	rest.found = [
		someWarehouses( {
			next_page: 2,
			pages: 3,
			items: [ { id: 1, name: 'Main' } ],
		} ),
		new Refusal( 503, 'keycrm_stock_must_wait', 'Try again in 5 seconds.' ),
		someWarehouses( { next_page: 0 } ),
	];
	const { user } = await openScreen( rest );
	expect(
		screen.getByRole( 'progressbar', { name: /Looking for warehouses/ } )
	).toHaveAttribute( 'max', '3' );
	await user.click( screen.getByLabelText( 'Only those I tick' ) );
	expect( screen.getByLabelText( 'Main' ) ).toBeChecked();
	expect( button( 'Save and go on' ) ).toBeEnabled();

	await pass( 5 );
	expect(
		screen.getByText( '3 warehouses found in KeyCRM’s stock.' )
	).toBeVisible();
	expect(
		rest.askedFor( 'POST /warehouses' ).map( ( { body } ) => body )
	).toEqual( [ { page: 1 }, { page: 2 }, { page: 2 } ] );
} );

it( 'adds a warehouse by its number', async () => {
	const rest = connectedSite();
	const { user } = await openScreen( rest );
	await user.click( screen.getByLabelText( 'Only those I tick' ) );
	const field = screen.getByLabelText( /by its number in KeyCRM/ );
	await user.type( field, 'Shop 3{Enter}' );
	expect( field ).toBeInvalid();
	await user.clear( field );
	await user.type( field, '17{Enter}' );
	expect( screen.getByLabelText( /Warehouse 17/ ) ).toBeChecked();
	expect( rest.askedFor( 'POST /settings' ) ).toHaveLength( 0 );
} );

it( 'asks for a new preview after a change of the stock available for sale', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( { ...NEVER, run: somePreview() } );
	const { user } = await openScreen( rest );
	expect( button( 'Apply and switch on' ) ).toBeVisible();
	await user.click( screen.getByLabelText( /Subtract what is reserved/ ) );
	await user.click( button( 'Save and go on' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'First look at what would change (step 4).' )
	).toBeVisible();
} );

it( 'shows in the fourth step why a preview failed', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( {
		...NEVER,
		run: failedRun( { mode: 'preview' } ),
	} );
	await openScreen( rest );
	expect(
		step( /Look before/ ).getByText( 'KeyCRM did not accept the API key.' )
	).toBeVisible();
	expect( button( 'Show me what would change' ) ).toBeEnabled();
} );

it( 'warns with the guard’s numbers, and if the preview’s numbers are old', async () => {
	const rest = connectedSite();
	const { guard } = stoppedRun();
	rest.current = someCurrent( {
		...NEVER,
		run: somePreview( { guard, fresh: false } ),
	} );
	await openScreen( rest );
	expect(
		screen.getByText( /312 of 480 products in stock would become 0/ )
	).toBeVisible();
	expect( screen.getByText( /more than 15 minutes old/ ) ).toBeVisible();
} );

it( 'for a long list proposes a full sync each hour and a refresh of sold products every 5 minutes', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( {
		...NEVER,
		run: somePreview( { requests: 200 } ),
	} );
	const { user } = await openScreen( rest );
	expect(
		screen.getByText( /what was sold is updated every 5 minutes/ )
	).toBeVisible();
	expect( screen.getByLabelText( 'Sync every' ) ).toHaveValue( '60' );
	await user.click( button( 'Apply and switch on' ) );
	await pass( 1 );
	expect( rest.settings.schedule ).toEqual( {
		enabled: true,
		every_minutes: 60,
		orders_every_minutes: 5,
	} );
} );
