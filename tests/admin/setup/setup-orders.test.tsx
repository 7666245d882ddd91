/** The set-up's third step: how the shop's orders get into KeyCRM. */
import { screen } from '@testing-library/react';
import { HOLD_DEFAULTS } from '../../../src-admin/contract';
import { faultsOfPage } from '../support/accessible';
import { connectedSite, NEVER, step } from '../support/setup-site';
import { someCurrent, somePreview } from '../support/sample-runs';
import { openScreen, pass } from '../support/screen';

const TITLE = /Orders of this shop/;
const COST =
	/^Nobody has said how this shop’s orders get into KeyCRM\. Until then each order of the last 14 days is subtracted/;
const heading = ( name: RegExp ) => screen.getByRole( 'heading', { name } );
const inStep = () => step( TITLE );
const press = ( name: string ) => inStep().getByRole( 'button', { name } );
const answer = ( name: RegExp ) => inStep().getByLabelText( name );

/** Renders the set-up with the second step done and the third open. */
async function openStep( rest = connectedSite() ) {
	const { user } = await openScreen( rest );
	await user.click(
		step( /available for sale/ ).getByRole( 'button', {
			name: 'Save and go on',
		} )
	);
	await pass( 0.1 );
	return { rest, user };
}

/** A shop whose set-up has reached the preview. */
function previewedSite() {
	const rest = connectedSite();
	rest.current = someCurrent( { ...NEVER, run: somePreview() } );
	rest.findOrders( {} );
	return rest;
}

it( 'comes after the warehouses, explains each answer, and has none selected', async () => {
	await openStep();
	expect( heading( /step 3 of 5, to do/ ) ).toHaveFocus();
	const answers = inStep().getAllByRole( 'radio' );
	expect( answers ).toHaveLength( 3 );
	for ( const one of answers ) {
		expect( one ).not.toBeChecked();
		expect( one ).toHaveAccessibleDescription( /^.{40,}\.$/ );
	}
	expect( answer( /^Not at all/ ) ).toHaveAccessibleDescription(
		/Every order stays subtracted/
	);
	expect( press( 'Save and go on' ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	expect( inStep().getByText( COST ) ).toBeVisible();
	expect( await faultsOfPage() ).toEqual( [] );
} );

it.each( [
	[
		/^KeyCRM’s plugin or another integration/,
		'keycrm_orders',
		/^KeyCRM’s plugin .* sends them\. Until the sync has found them there, each order of the last 14 days stays/,
	],
	[
		/^Somebody types them in/,
		'statuses',
		/^Somebody types them in\. Orders of the last 14 days that KeyCRM does not count yet/,
	],
	[
		/^Not at all/,
		'not_sent',
		/^Not at all\. Each order of the last 14 days stays subtracted/,
	],
] as const )( 'keeps the answer %s', async ( name, mode, line ) => {
	const { rest, user } = await openStep();
	await user.click( answer( name ) );
	await pass( 0.1 );
	expect( await faultsOfPage() ).toEqual( [] );
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' ).at( -1 )?.body ).toEqual( {
		hold_orders: { mode },
	} );
	expect( heading( /Look before anything changes/ ) ).toHaveFocus();
	expect( heading( /step 3 of 5, done/ ) ).toBeVisible();
	expect( inStep().queryByRole( 'radio' ) ).toBeNull();
	const [ said ] = inStep().getAllByText(
		( _, element ) => 'P' === element?.tagName
	);
	expect( said ).toHaveTextContent( line );
	expect( await faultsOfPage() ).toEqual( [] );
} );

it( '[Change the answer] opens the step again and moves the focus to it', async () => {
	const rest = connectedSite();
	rest.saveSettings( { hold_orders: { mode: 'not_sent' } } );
	const { user } = await openStep( rest );
	// Because the question was answered before, the next step gets the focus.
	expect( heading( /Look before anything changes/ ) ).toHaveFocus();
	await user.click( press( 'Change the answer' ) );
	expect( answer( /^Not at all/ ) ).toBeChecked();
	expect( answer( /^Not at all/ ) ).toHaveFocus();

	await user.click( answer( /^Somebody types/ ) );
	await user.click( press( 'Keep the answer' ) );
	await pass( 0.1 );
	expect( inStep().getByText( 'Not at all' ) ).toBeVisible();
	expect( heading( /Look before anything changes/ ) ).toHaveFocus();
	expect( rest.askedFor( 'POST /settings' ) ).toHaveLength( 0 );
} );

it( 'can be skipped; then all orders stay subtracted, and the page says what that costs', async () => {
	const { rest, user } = await openStep();
	await user.click( answer( /^Not at all/ ) );
	await user.click( press( 'Decide later' ) );
	await pass( 0.1 );
	expect( heading( /Look before anything changes/ ) ).toHaveFocus();
	expect( heading( /step 3 of 5, to do/ ) ).toBeVisible();
	expect( inStep().getByText( COST ) ).toBeVisible();
	expect( inStep().queryByRole( 'radio' ) ).toBeNull();
	expect( rest.settings.hold_orders ).toEqual( HOLD_DEFAULTS );
	expect( rest.askedFor( 'POST /settings' ) ).toHaveLength( 0 );
	expect( await faultsOfPage() ).toEqual( [] );

	await user.click( press( 'Answer now' ) );
	expect( answer( /^KeyCRM’s plugin/ ) ).toHaveFocus();
} );

it( 'the preview can be started without an answer', async () => {
	await openStep();
	expect(
		step( /Look before/ ).getByRole( 'button', {
			name: 'Show me what would change',
		} )
	).toBeEnabled();
} );

it( 'if the answer was not saved, says so, and keeps it so that it can be sent again', async () => {
	const { rest, user } = await openStep();
	await user.click( answer( /^Not at all/ ) );
	rest.refuse( 'POST /settings', 500, 'keycrm_stock_x', 'The disk is full.' );
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect(
		inStep().getByText( 'Nothing was saved. The disk is full.' )
	).toBeVisible();
	expect( answer( /^Not at all/ ) ).toBeChecked();
	expect( press( 'Save and go on' ) ).toHaveFocus();
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect( rest.settings.hold_orders.mode ).toBe( 'not_sent' );
} );

it( 'shows an error at its field', async () => {
	const { rest, user } = await openStep();
	await user.click( answer( /^Not at all/ ) );
	const days = answer( /Subtract an order for at most/ );
	await user.clear( days );
	await user.type( days, '0' );
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect( days ).toBeInvalid();
	expect( days ).toHaveAccessibleDescription( /1 or more/ );
	expect( rest.askedFor( 'POST /settings' ) ).toHaveLength( 0 );
} );

it( 'shows the source that the sync has found, also if the owner has not answered', async () => {
	const rest = previewedSite();
	rest.findOrders( { source_id: 1 } );
	const { user } = await openScreen( rest );
	expect( heading( /step 3 of 5, done/ ) ).toBeVisible();
	expect(
		inStep().getByText( /Orders of this shop were found in KeyCRM/ )
	).toBeVisible();
	await user.click( press( 'Change the answer' ) );
	await user.click( answer( /^KeyCRM’s plugin/ ) );
	await pass( 0.1 );
	expect(
		inStep().getByText(
			'Orders of this shop were found in KeyCRM, under the source “Інтернет-магазин”.'
		)
	).toBeVisible();
} );

it( 'if two sources fit, asks for one of them, and saves the answer', async () => {
	const rest = previewedSite();
	rest.findOrders( {
		candidates: [
			{ id: 1, name: 'Інтернет-магазин', orders: 3 },
			{ id: 2, name: 'Instagram', orders: 1 },
		],
	} );
	const { user } = await openScreen( rest );
	expect(
		inStep().getByText( /more than one sales channel of KeyCRM/ )
	).toBeVisible();
	await user.click( answer( /^KeyCRM’s plugin/ ) );
	await pass( 0.1 );
	const source = answer( /This shop’s source/ );
	expect( source ).toHaveTextContent(
		'Instagram (1 order of this shop was seen there)'
	);
	await user.selectOptions(
		source,
		'Інтернет-магазин (3 orders of this shop were seen there)'
	);
	expect( await faultsOfPage() ).toEqual( [] );
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect( rest.settings.hold_orders ).toMatchObject( {
		mode: 'keycrm_orders',
		source_id: 1,
	} );
	expect( heading( /step 3 of 5, done/ ) ).toBeVisible();
} );

it( 'waits if the search for warehouses has used up KeyCRM’s limit', async () => {
	const { rest, user } = await openStep();
	rest.refuse(
		'GET /order-sources',
		503,
		'keycrm_stock_must_wait',
		'Try again in 5 seconds.'
	);
	await user.click( answer( /^KeyCRM’s plugin/ ) );
	await pass( 0.1 );
	expect( inStep().getByText( /Asking KeyCRM/ ) ).toBeVisible();
	expect( inStep().queryByText( /Try again/ ) ).toBeNull();
	await pass( 5 );
	expect( answer( /This shop’s source/ ) ).toHaveTextContent( 'Instagram' );
} );

it( 'keeps the setting of a shop that has chosen another way already', async () => {
	const rest = connectedSite();
	rest.saveSettings( { hold_orders: { mode: 'plugin_marks' } } );
	const { user } = await openStep( rest );
	expect(
		inStep().getByText( 'Go by the mark of KeyCRM’s own plugin' )
	).toBeVisible();
	await user.click( press( 'Change the answer' ) );
	expect( answer( /^Go by the mark/ ) ).toBeChecked();
} );

it( 'after another answer, asks for a new preview', async () => {
	const rest = previewedSite();
	const { user } = await openScreen( rest );
	await user.click( press( 'Answer now' ) );
	await user.click( answer( /^Not at all/ ) );
	await user.click( press( 'Save and go on' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'First look at what would change (step 4).' )
	).toBeVisible();
} );
