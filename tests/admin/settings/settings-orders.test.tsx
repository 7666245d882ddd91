/** Settings → Orders KeyCRM does not count yet. */
import { screen, within } from '@testing-library/react';
import { HOLD_DEFAULTS, type HoldOrders } from '../../../src-admin/contract';
import { FakeRest } from '../support/fake-rest';
import { pass } from '../support/screen';
import { openSettings } from '../support/settings-screen';

const TITLE = 'Orders KeyCRM does not count yet';
const section = () => within( screen.getByRole( 'region', { name: TITLE } ) );
const way = ( name: RegExp ) => section().getByRole( 'radio', { name } );

const openWith = (
	holdOrders: Partial< HoldOrders > = {},
	rest = new FakeRest()
) => openSettings( { hold_orders: { ...HOLD_DEFAULTS, ...holdOrders } }, rest );

it( 'the section comes between stock available for sale and products', async () => {
	await openWith();
	const titles = screen
		.getAllByRole( 'heading', { level: 3 } )
		.map( ( { textContent } ) => textContent );
	expect( titles.slice( 2, 5 ) ).toEqual( [
		'Stock available for sale',
		TITLE,
		'Products',
	] );
} );

it( 'explains each choice in a sentence', async () => {
	await openWith();
	const ways = section().getAllByRole( 'radio' );
	expect( ways ).toHaveLength( 7 );
	for ( const one of ways ) {
		expect( one ).toHaveAccessibleDescription( /^.{40,}\.$/ );
	}
} );

it.each< [ Partial< HoldOrders >, RegExp[] ] >( [
	[ { mode: 'off' }, [ /Begin to ask KeyCRM/ ] ],
	[
		{ mode: 'keycrm_orders' },
		[ /This shop’s source/, /Subtract an order for at most/ ],
	],
	[
		{ mode: 'plugin_marks' },
		[ /counts an order after/, /Subtract an order for at most/ ],
	],
	[
		{ mode: 'statuses' },
		[
			/Pending/,
			/On hold/,
			/Processing/,
			/Completed/,
			/Subtract an order for at most/,
		],
	],
	[ { mode: 'filter' }, [ /Subtract an order for at most/ ] ],
	[ { mode: 'auto' }, [ /Subtract an order for at most/ ] ],
	[ { mode: 'not_sent' }, [ /Subtract an order for at most/ ] ],
] )(
	'with %j shows only the fields that this choice uses',
	async ( hold, labels ) => {
		const { rest } = await openWith( hold );
		const fields = [
			...section().queryAllByRole( 'checkbox' ),
			...section().queryAllByRole( 'combobox' ),
			...section().queryAllByRole( 'spinbutton' ),
		];
		expect( fields ).toHaveLength( labels.length );
		for ( const label of labels ) {
			expect( fields ).toContain( section().getByLabelText( label ) );
		}
		expect( rest.askedFor( 'GET /order-sources' ) ).toHaveLength(
			'keycrm_orders' === hold.mode ? 1 : 0
		);
	}
);

it( 'offers the sources that KeyCRM names', async () => {
	const { user, save } = await openWith();
	await user.click( way( /Ask KeyCRM/ ) );
	await pass( 0.1 );
	const source = section().getByLabelText( /This shop’s source/ );
	expect( source ).toHaveTextContent( 'Find it by the shop’s own orders' );
	await user.selectOptions( source, 'Instagram' );
	expect( await save() ).toEqual( {
		hold_orders: { mode: 'keycrm_orders', source_id: 2 },
	} );
} );

it( 'keeps a source that is no longer in the list', async () => {
	await openWith( { mode: 'keycrm_orders', source_id: 9 } );
	expect( section().getByLabelText( /This shop’s source/ ) ).toHaveValue(
		'9'
	);
	expect(
		section().getByText( 'Source 9 (not in KeyCRM’s list)' )
	).toBeInTheDocument();
} );

it( 'if KeyCRM cannot be asked, accepts the source’s number', async () => {
	const rest = new FakeRest();
	rest.refuse(
		'GET /order-sources',
		502,
		'keycrm_stock_forbidden',
		'KeyCRM does not let this key see orders. Allow it in KeyCRM.'
	);
	const { user, save } = await openWith( { mode: 'keycrm_orders' }, rest );
	expect(
		section().getByText( /does not let this key see orders/ )
	).toBeVisible();
	const number = section().getByLabelText( /by its number/ );
	await user.clear( number );
	await user.type( number, '4' );
	expect( await save() ).toEqual( { hold_orders: { source_id: 4 } } );

	await user.click( section().getByRole( 'button', { name: 'Try again' } ) );
	await pass( 0.1 );
	expect( section().getByLabelText( /This shop’s source/ ) ).toHaveValue(
		'4'
	);
} );

it( 'saves the ticked statuses, and says what it means if none is ticked', async () => {
	const { user, save } = await openWith( {
		mode: 'statuses',
		statuses: [ 'on-hold', 'packed' ],
	} );
	await user.click(
		section().getByLabelText( 'packed (no longer in WooCommerce)' )
	);
	await user.click( section().getByLabelText( 'On hold' ) );
	expect( section().getByText( /so no order is subtracted/ ) ).toBeVisible();
	await user.click( section().getByLabelText( 'Processing' ) );
	expect( await save() ).toEqual( {
		hold_orders: { statuses: [ 'processing' ] },
	} );
} );

it( 'warns if the plugin that marks orders is not active', async () => {
	const { user } = await openWith( { mode: 'plugin_marks' } );
	expect( section().getByText( /own plugin is not active/ ) ).toBeVisible();
	await user.click( way( /status in WooCommerce/ ) );
	expect( section().queryByText( /own plugin is not active/ ) ).toBeNull();
} );

it.each( [
	[ 'plugin_marks', /counts an order after/, '10081', /10,080 or less/ ],
	[ 'statuses', /Subtract an order for at most/, '0', /1 or more/ ],
] as const )(
	'with %s shows an invalid number as an error at its field',
	async ( mode, label, typed, sentence ) => {
		const { rest, user, save } = await openWith( { mode } );
		const field = section().getByLabelText( label );
		await user.clear( field );
		await user.type( field, typed );
		await save();
		expect( field ).toBeInvalid();
		expect( field ).toHaveFocus();
		expect( field ).toHaveAccessibleDescription( sentence );
		expect( rest.askedFor( 'POST' ) ).toHaveLength( 0 );
	}
);
