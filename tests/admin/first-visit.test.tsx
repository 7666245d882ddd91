import { screen, within } from '@testing-library/react';
import { FakeRest } from './support/fake-rest';
import { Refusal } from './support/refusal';
import { announced, openScreen, pass } from './support/screen';
import {
	at,
	failedRun,
	newSettings,
	runningRun,
	someCurrent,
	somePreview,
	someRun,
	someWarehouses,
	stoppedRun,
} from './support/samples';

const NEVER = { run: null, last_success: null, next_at: null };
const HAS_KEY = {
	api_key_set: true,
	api_key_hint: '7f3a',
	api_key_source: 'option',
} as const;

function newSite() {
	const rest = new FakeRest();
	rest.settings = newSettings();
	rest.current = someCurrent( NEVER );
	rest.warehouses = someWarehouses( { items: [], examples: [] } );
	rest.found = [ someWarehouses() ];
	return rest;
}

/** The key is saved, and nothing else has been done. */
function connectedSite() {
	const rest = newSite();
	rest.settings = newSettings( HAS_KEY );
	return rest;
}

const step = ( name: RegExp ) => {
	const found = screen
		.getAllByRole( 'listitem' )
		.find( ( item ) => within( item ).queryByRole( 'heading', { name } ) );
	if ( ! found ) {
		throw new Error( `There is no step ${ name }.` );
	}
	return within( found );
};
const button = ( name: string ) => screen.getByRole( 'button', { name } );

it( 'walks from the key to the first right stock', async () => {
	const rest = newSite();
	rest.started = ( mode ) => runningRun( { mode } );
	rest.steps = [
		() => somePreview(),
		() => ( {
			progress: {
				done: 200,
				total: 412,
				unit: 'products',
				seconds_left: 1,
			},
		} ),
		() => ( { ...someRun(), id: 11, finished_at: at( 5 ) } ),
	];
	const { user } = await openScreen( rest );

	await user.type( screen.getByLabelText( 'API key' ), 'k3y-7f3a' );
	await user.click( button( 'Check the connection' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'Works. 1,284 product variants found.' )
	).toBeVisible();
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		api_key: 'k3y-7f3a',
	} );
	expect(
		screen.getByRole( 'heading', {
			name: /What may be sold \(step 2 of 4, to do/,
		} )
	).toHaveFocus();

	await user.click( screen.getByLabelText( 'Only those I tick' ) );
	await user.click( screen.getByLabelText( 'Repairs' ) );
	expect(
		screen.getByText( '98 + 35 − 11 reserved = 122 for sale' )
	).toBeVisible();
	await user.click( button( 'Save and go on' ) );
	await pass( 0.1 );
	expect( rest.settings.warehouse_ids ).toEqual( [ 1, 2 ] );
	expect(
		screen.getByRole( 'heading', { name: /Look before anything changes/ } )
	).toHaveFocus();

	await user.click( button( 'Show me what would change' ) );
	await pass( 1 );
	expect( rest.askedFor( 'POST /runs' )[ 0 ]?.body ).toEqual( {
		mode: 'preview',
	} );
	expect( step( /Look before/ ).getByText( '412' ) ).toBeVisible();
	expect( announced() ).toContain( '412 products differ from KeyCRM' );
	expect(
		screen.getByRole( 'link', { name: 'Open the list' } )
	).toHaveAttribute( 'href', '?page=keycrm-stock&tab=changes&run=11' );

	await user.selectOptions( screen.getByLabelText( 'Check every' ), '30' );
	await user.click( button( 'Apply and switch on' ) );
	await pass( 1 );
	expect( rest.askedFor( 'POST /runs/11/apply' ) ).toHaveLength( 1 );
	expect( rest.settings.schedule ).toEqual( {
		enabled: true,
		every_minutes: 30,
	} );
	expect( screen.getByText( 'Your stock matches KeyCRM.' ) ).toBeVisible();
} );

it( 'says what is missing before a step opens', async () => {
	await openScreen( newSite() );
	expect(
		screen.getByText( 'First check the connection (step 1).' )
	).toBeVisible();
	expect(
		screen.getByText( 'First say what may be sold (step 2).' )
	).toBeVisible();
	expect(
		screen.getByText( 'First look at what would change (step 3).' )
	).toBeVisible();
	expect( button( 'Check the connection' ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );

it( 'does not save a key that does not work, and says why', async () => {
	const rest = newSite();
	rest.connection = {
		ok: false,
		code: 'unauthorized',
		message: 'KeyCRM did not accept the API key.',
		hint: 'Copy it again.',
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
	rest.refusals[ 'POST /connection' ] = new Refusal(
		400,
		'rest_invalid_param',
		message,
		{ params: { api_key: message } }
	);
	const { user } = await openScreen( rest );
	await user.type( screen.getByLabelText( 'API key' ), 'xxаx{Enter}' );
	await pass( 0.1 );
	expect( screen.getByLabelText( 'API key' ) ).toBeInvalid();
	expect( screen.getByLabelText( 'API key' ) ).toHaveAccessibleDescription(
		/Cyrillic/
	);
} );

it( 'looks for warehouses page after page, and lets the owner go on meanwhile', async () => {
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

it( 'takes a warehouse by its number', async () => {
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

it( 'asks for a new look after a change of what may be sold', async () => {
	const rest = connectedSite();
	rest.current = someCurrent( { ...NEVER, run: somePreview() } );
	const { user } = await openScreen( rest );
	expect( button( 'Apply and switch on' ) ).toBeVisible();
	await user.click( screen.getByLabelText( /Subtract what is reserved/ ) );
	await user.click( button( 'Save and go on' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'First look at what would change (step 3).' )
	).toBeVisible();
} );

it( 'tells in the third step why a preview failed', async () => {
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

it( 'warns in the numbers of the guard, and of numbers that are no longer new', async () => {
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
