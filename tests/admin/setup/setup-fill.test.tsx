/** The set-up's offer to fill KeyCRM from the shop. */
import { screen, within } from '@testing-library/react';
import { faultsOfPage } from '../support/accessible';
import { connectedSite, step } from '../support/setup-site';
import { runningRun, stoppedRun } from '../support/sample-runs';
import { someWarehouses } from '../support/samples';
import { openScreen, pass } from '../support/screen';

const OFFER = {
	title: 'Fill KeyCRM from this shop',
	sentences: [ 'KeyCRM has no stock yet.' ],
	warehouse: 'Warehouse that gets the shop’s quantities',
	button: 'Show me what KeyCRM would get',
};

const inStep = () => step( /available for sale/ );
const button = ( name: string ) => screen.getByRole( 'button', { name } );

/** A shop with stock, whose KeyCRM has none. */
function emptyKeyCrm() {
	const rest = connectedSite();
	rest.warehouses = someWarehouses( { fill: OFFER } );
	rest.started = ( mode ) =>
		runningRun( { mode, side: 'keycrm', phase: 'read' } );
	rest.steps = [ () => ( {} ) ];
	return rest;
}

it( 'is not there if KeyCRM has stock', async () => {
	await openScreen( connectedSite() );
	expect( screen.queryByText( OFFER.title ) ).toBeNull();
} );

it( 'waits for a warehouse, and offers only those whose stock is for sale', async () => {
	const rest = emptyKeyCrm();
	rest.settings = { ...rest.settings, warehouse_ids: [ 1, 2 ] };
	const { user } = await openScreen( rest );
	expect(
		inStep().getByRole( 'heading', { name: OFFER.title } )
	).toBeVisible();
	expect( button( OFFER.button ) ).toHaveAttribute( 'aria-disabled', 'true' );
	const select = inStep().getByLabelText( OFFER.warehouse );
	expect(
		within( select )
			.getAllByRole( 'option' )
			.map( ( { textContent } ) => textContent )
	).toEqual( [ 'Choose a warehouse', 'Main', 'Shop' ] );
	await user.selectOptions( select, 'Shop' );
	expect( button( OFFER.button ) ).toBeEnabled();
	expect( await faultsOfPage() ).toEqual( [] );
} );

it( 'saves the warehouse, starts the run, and shows its progress', async () => {
	const rest = emptyKeyCrm();
	const { user } = await openScreen( rest );
	await user.selectOptions(
		inStep().getByLabelText( OFFER.warehouse ),
		'Main'
	);
	await user.click( button( OFFER.button ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /' ).slice( 0, 2 ) ).toEqual( [
		{ line: 'POST /settings', body: { push_warehouse_id: 1 } },
		{ line: 'POST /runs', body: { mode: 'fill' } },
	] );
	expect( inStep().getByRole( 'progressbar' ) ).toBeVisible();
	expect( inStep().queryByText( OFFER.title ) ).toBeNull();
} );

it( 'shows the plan for a decision, and sends once it is confirmed', async () => {
	const rest = emptyKeyCrm();
	rest.steps = [
		() => stoppedRun( { id: 8, mode: 'fill', side: 'keycrm' } ),
		() => ( {} ),
	];
	const { user } = await openScreen( rest );
	await user.selectOptions(
		inStep().getByLabelText( OFFER.warehouse ),
		'Main'
	);
	await user.click( button( OFFER.button ) );
	await pass( 2 );
	expect( inStep().queryByText( OFFER.title ) ).toBeNull();
	expect(
		screen.getByRole( 'button', { name: 'Leave KeyCRM as it is' } )
	).toBeVisible();
	await user.click( button( 'Set 312 products to 0 in KeyCRM' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs/8/confirm' ) ).toHaveLength( 1 );
} );

it( 'says why it was not started', async () => {
	const rest = emptyKeyCrm();
	const { user } = await openScreen( rest );
	await user.selectOptions(
		inStep().getByLabelText( OFFER.warehouse ),
		'Main'
	);
	rest.refuse( 'POST /runs', 409, 'keycrm_stock_x', 'Not now.' );
	await user.click( button( OFFER.button ) );
	await pass( 0.1 );
	expect( inStep().getByText( /Not now\./ ) ).toBeVisible();
	expect( button( OFFER.button ) ).toBeEnabled();
} );
