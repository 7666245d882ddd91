/** Settings → Stock available for sale: a share or a ceiling for each warehouse. */
import { screen, within } from '@testing-library/react';
import { openSettings } from '../support/settings-screen';

const limits = () =>
	within(
		screen.getByRole( 'group', { name: 'How much of each warehouse' } )
	);
const example = () => screen.getByRole( 'status' ).textContent;

it( 'limits each warehouse, and shows the result for a real product', async () => {
	const { user, save } = await openSettings();
	expect( limits().getAllByRole( 'combobox' ) ).toHaveLength( 3 );
	await user.selectOptions( limits().getByLabelText( 'Of Shop' ), 'ceiling' );
	await user.selectOptions( limits().getByLabelText( 'Of Main' ), 'share' );
	expect( limits().getByLabelText( 'Shop: pieces' ) ).toHaveValue( 2 );
	expect( example() ).toBe(
		'98 + 35 + 4 in 3 warehouses, −11 reserved, −30 not offered from Shop (at most 2), −45 not offered from Main (only 50% of it) = 51 for sale'
	);
	const share = limits().getByLabelText( 'Main: share, %' );
	await user.clear( share );
	await user.type( share, '10' );
	expect( await save() ).toEqual( {
		warehouse_limits: [
			{ warehouse_id: 2, kind: 'ceiling', percent: 50, pieces: 2 },
			{ warehouse_id: 1, kind: 'share', percent: 10, pieces: 2 },
		],
	} );
} );

it( 'shows a limit only while its warehouse counts, and keeps it', async () => {
	const limit = {
		warehouse_id: 3,
		kind: 'ceiling' as const,
		percent: 50,
		pieces: 1,
	};
	const { user, save } = await openSettings( {
		warehouse_ids: [ 1 ],
		warehouse_limits: [ limit ],
	} );
	expect( limits().getAllByRole( 'combobox' ) ).toHaveLength( 1 );
	await user.click( screen.getByLabelText( 'Repairs' ) );
	expect( limits().getByLabelText( 'Repairs: pieces' ) ).toHaveValue( 1 );
	expect( await save() ).toEqual( { warehouse_ids: [ 1, 3 ] } );

	await user.selectOptions( limits().getByLabelText( 'Of Repairs' ), 'all' );
	expect( await save() ).toEqual( { warehouse_limits: [] } );
} );

it.each( [
	[ 'share', 'Main: share, %', '101', /100 or less/ ],
	[ 'ceiling', 'Main: pieces', '-1', /0 or more/ ],
	[ 'ceiling', 'Main: pieces', '1.5', /whole number/ ],
] )(
	'shows an invalid %s as an error at its field',
	async ( kind, label, typed, says ) => {
		const { rest, user, save } = await openSettings();
		await user.selectOptions( limits().getByLabelText( 'Of Main' ), kind );
		const field = limits().getByLabelText( label );
		await user.clear( field );
		await user.type( field, typed );
		await save();
		expect( field ).toBeInvalid();
		expect( field ).toHaveAccessibleDescription( says );
		expect( rest.askedFor( 'POST' ) ).toHaveLength( 0 );
	}
);

it( 'shows the server’s error about the limits', async () => {
	const { rest, user, save } = await openSettings();
	rest.refuse(
		'POST /settings',
		400,
		'rest_invalid_param',
		'Invalid parameter(s): warehouse_limits',
		{
			params: {
				warehouse_limits:
					'Each warehouse can have one limit. Remove the second one.',
			},
		}
	);
	await user.selectOptions( limits().getByLabelText( 'Of Main' ), 'ceiling' );
	await save();
	expect(
		limits().getByText( /Each warehouse can have one limit/ )
	).toBeVisible();
} );
