/** Settings → Where stock is kept. */
import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { faultsOfPage } from '../support/accessible';
import { runningRun } from '../support/sample-runs';
import { pass } from '../support/screen';
import { openSettings } from '../support/settings-screen';

const TITLE = 'Where stock is kept';
const section = () => within( screen.getByRole( 'region', { name: TITLE } ) );
const way = ( name: RegExp ) => section().getByRole( 'radio', { name } );
const press = ( name: string ) => screen.getByRole( 'button', { name } );
const warehouse = () =>
	section().getByLabelText( 'Warehouse that gets the shop’s quantities' );
const TO_SHOP = 'Let this shop keep the stock…';
const TO_KEYCRM = 'Let KeyCRM keep the stock…';
const CONFIRM = 'Switch, and make a preview';

function site() {
	const rest = new FakeRest();
	rest.started = ( mode ) => runningRun( { mode, side: 'keycrm' } );
	return rest;
}

const openShopLeading = ( rest = site() ) =>
	openSettings( { direction: 'shop_to_keycrm', push_warehouse_id: 2 }, rest );

it( 'is the first section, and explains each way', async () => {
	await openSettings();
	const [ first ] = screen.getAllByRole( 'heading', { level: 3 } );
	expect( first ).toHaveTextContent( TITLE );
	expect( way( /^KeyCRM/ ) ).toBeChecked();
	for ( const one of section().getAllByRole( 'radio' ) ) {
		expect( one ).toHaveAccessibleDescription( /\.$/ );
	}
	// Nothing is to be switched.
	expect( section().queryByRole( 'button' ) ).toBeNull();
	expect( await faultsOfPage() ).toEqual( [] );
} );

describe( 'choosing this shop', () => {
	it( 'asks for the warehouse first, and says what it would get of a real product', async () => {
		const { user } = await openSettings( {}, site() );
		await user.click( way( /^This shop/ ) );
		expect( press( TO_SHOP ) ).toHaveAttribute( 'aria-disabled', 'true' );
		expect( section().getByText( 'First choose the warehouse.' ) );
		await user.selectOptions( warehouse(), 'Main' );
		expect(
			section().getByText(
				'The reserve of the warehouse is added. KeyCRM gets 7 = 5 in the shop + 2.'
			)
		).toBeVisible();
		await user.selectOptions( warehouse(), 'Shop' );
		expect( section().getByText( /KeyCRM gets 5 = 5/ ) ).toBeVisible();
		expect( press( TO_SHOP ) ).toBeEnabled();
		expect( await faultsOfPage() ).toEqual( [] );
	} );

	it( 'asks, saves both together, makes a preview and shows it', async () => {
		const { rest, user } = await openSettings( {}, site() );
		await user.click( way( /^This shop/ ) );
		await user.selectOptions( warehouse(), 'Main' );
		await user.click( press( TO_SHOP ) );
		const dialog = screen.getByRole( 'dialog' );
		expect( dialog ).toHaveTextContent(
			'Nothing is written into the shop any more.'
		);
		expect( await faultsOfPage() ).toEqual( [] );
		expect( rest.askedFor( 'POST /' ) ).toEqual( [] );
		await user.click( press( CONFIRM ) );
		await pass( 0.5 );
		expect( rest.askedFor( 'POST /' ).slice( 0, 2 ) ).toEqual( [
			{
				line: 'POST /settings',
				body: { direction: 'shop_to_keycrm', push_warehouse_id: 1 },
			},
			{ line: 'POST /runs', body: { mode: 'preview' } },
		] );
		expect( window.location.search ).toBe( '?page=keycrm-stock' );
		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
	} );

	it( 'does nothing if the question is answered with no', async () => {
		const { rest, user } = await openSettings( {}, site() );
		await user.click( way( /^This shop/ ) );
		await user.selectOptions( warehouse(), 'Main' );
		await user.click( press( TO_SHOP ) );
		await user.click( press( 'Leave it as it is' ) );
		await pass( 0.1 );
		expect( rest.askedFor( 'POST /' ) ).toEqual( [] );
		expect( way( /^This shop/ ) ).toBeChecked();
	} );

	it( 'starts no preview if the direction was not saved', async () => {
		const { rest, user } = await openSettings( {}, site() );
		await user.click( way( /^This shop/ ) );
		await user.selectOptions( warehouse(), 'Main' );
		rest.refuse( 'POST /settings', 500, 'keycrm_stock_x', 'Disk full.' );
		await user.click( press( TO_SHOP ) );
		await user.click( press( CONFIRM ) );
		await pass( 0.1 );
		expect(
			screen.getByText( 'Nothing was saved. Disk full.' )
		).toBeVisible();
		expect( rest.askedFor( 'POST /runs' ) ).toEqual( [] );
		expect( window.location.search ).toContain( 'tab=settings' );
	} );

	it( 'says so if the preview could not be started, and the direction is saved', async () => {
		const { rest, user } = await openSettings( {}, site() );
		await user.click( way( /^This shop/ ) );
		await user.selectOptions( warehouse(), 'Main' );
		rest.refuse( 'POST /runs', 500, 'keycrm_stock_x', 'It broke.' );
		await user.click( press( TO_SHOP ) );
		await user.click( press( CONFIRM ) );
		await pass( 0.1 );
		expect( rest.settings.direction ).toBe( 'shop_to_keycrm' );
		expect( way( /^This shop/ ) ).toBeChecked();
		expect( screen.getByText( /It broke\./ ) ).toBeVisible();
	} );
} );

describe( 'choosing an ERP', () => {
	it( 'asks into which of the two it writes; into KeyCRM is what is set already', async () => {
		const { user } = await openSettings( {}, site() );
		await user.click( way( /^An ERP/ ) );
		expect( way( /writes into KeyCRM/ ) ).toBeChecked();
		expect( section().queryByRole( 'button' ) ).toBeNull();
		expect( await faultsOfPage() ).toEqual( [] );
	} );

	it( 'into WooCommerce is the shop that keeps the stock', async () => {
		const { rest, user } = await openSettings( {}, site() );
		await user.click( way( /^An ERP/ ) );
		await user.click( way( /writes into WooCommerce/ ) );
		await user.selectOptions( warehouse(), 'Shop' );
		await user.click( press( TO_SHOP ) );
		await user.click( press( CONFIRM ) );
		await pass( 0.1 );
		expect( rest.settings ).toMatchObject( {
			direction: 'shop_to_keycrm',
			push_warehouse_id: 2,
		} );
	} );
} );

describe( 'while the shop keeps the stock', () => {
	it( 'another warehouse is saved like any setting', async () => {
		const { user, save } = await openShopLeading();
		expect( way( /^This shop/ ) ).toBeChecked();
		expect( warehouse() ).toHaveValue( '2' );
		await user.selectOptions( warehouse(), 'Main' );
		expect( await save() ).toEqual( { push_warehouse_id: 1 } );
	} );

	it( 'settings of KeyCRM’s quantities are not shown', async () => {
		await openShopLeading();
		for ( const name of [
			'Stock available for sale',
			'Orders KeyCRM does not count yet',
		] ) {
			expect( screen.queryByRole( 'region', { name } ) ).toBeNull();
		}
	} );

	it( 'the way back asks too, and leaves the warehouse as it is', async () => {
		const { rest, user } = await openShopLeading();
		await user.click( way( /^KeyCRM/ ) );
		expect(
			section().queryByLabelText( /^Warehouse that gets/ )
		).toBeNull();
		await user.click( press( TO_KEYCRM ) );
		expect( screen.getByRole( 'dialog' ) ).toHaveTextContent(
			'Nothing is sent to KeyCRM any more.'
		);
		await user.click( press( CONFIRM ) );
		await pass( 0.1 );
		expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
			direction: 'keycrm_to_shop',
		} );
		expect( rest.askedFor( 'POST /runs' )[ 0 ]?.body ).toEqual( {
			mode: 'preview',
		} );
	} );
} );

describe( 'a shop with places of its own', () => {
	const withPlaces = {
		direction: 'shop_to_keycrm',
		push_warehouse_id: 2,
		stock_places: [
			{ place: '12', name: 'Kyiv' },
			{ place: '15', name: 'Lviv' },
		],
	} as const;

	it( 'maps each to a warehouse, and saves the map', async () => {
		const { rest, user } = await openSettings(
			{ ...withPlaces, stock_places: [ ...withPlaces.stock_places ] },
			site()
		);
		await user.selectOptions( section().getByLabelText( 'Kyiv' ), 'Main' );
		await user.selectOptions( section().getByLabelText( 'Lviv' ), 'Main' );
		await user.selectOptions(
			section().getByLabelText( 'Lviv' ),
			'Nothing is sent from here'
		);
		expect( await faultsOfPage() ).toEqual( [] );
		await user.click( press( 'Save' ) );
		await pass( 0.1 );
		expect( rest.askedFor( 'POST /settings' ) ).toEqual( [
			{
				line: 'POST /settings',
				body: { places: [ { place: '12', warehouse_id: 1 } ] },
			},
		] );
	} );

	it( 'does not ask while KeyCRM leads, and not in a shop without places', async () => {
		await openSettings( {
			stock_places: [ ...withPlaces.stock_places ],
		} );
		expect( section().queryByLabelText( 'Kyiv' ) ).toBeNull();
	} );
} );

it( 'names, prices and sale prices go along if the owner wants that', async () => {
	const { rest, user } = await openShopLeading();
	for ( const name of [ 'Names', 'Prices', 'Sale prices' ] ) {
		expect( section().getByLabelText( name ) ).not.toBeChecked();
	}
	await user.click( section().getByLabelText( 'Sale prices' ) );
	expect( await faultsOfPage() ).toEqual( [] );
	await user.click( press( 'Save' ) );
	await pass( 0.1 );
	const [ saved ] = rest.askedFor( 'POST /settings' );
	expect( saved?.body ).toMatchObject( { details: { sale_price: true } } );
} );

it( 'a name that is taken in KeyCRM gets the SKU, or is reported, as the owner chooses', async () => {
	const { rest, user } = await openSettings( {}, site() );
	const radio = ( name: string ) => screen.getByRole( 'radio', { name } );
	expect( radio( 'Add the SKU to the name' ) ).toBeChecked();
	await user.click( radio( 'Do not create them, and list them' ) );
	await user.click( press( 'Save' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' ) ).toMatchObject( [
		{ body: { create: { name_taken: 'report' } } },
	] );
} );
