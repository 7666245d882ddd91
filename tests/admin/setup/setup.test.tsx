import { screen } from '@testing-library/react';
import { button, newSite, step } from '../support/setup-site';
import { at, runningRun, somePreview, someRun } from '../support/sample-runs';
import { announced, openScreen, pass } from '../support/screen';

it( 'leads through all steps from the key to the first sync', async () => {
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
			name: /Stock available for sale \(step 2 of 5, to do/,
		} )
	).toHaveFocus();

	await user.click( screen.getByLabelText( 'Only those I tick' ) );
	await user.click( screen.getByLabelText( 'Repairs' ) );
	expect(
		screen.getByText(
			'98 + 35 in 2 warehouses, −11 reserved = 122 for sale'
		)
	).toBeVisible();
	await user.click( button( 'Save and go on' ) );
	await pass( 0.1 );
	expect( rest.settings.warehouse_ids ).toEqual( [ 1, 2 ] );
	expect(
		screen.getByRole( 'heading', {
			name: /Orders of this shop \(step 3 of 5, to do/,
		} )
	).toHaveFocus();

	const orders = step( /Orders of this shop/ );
	await user.click( orders.getByLabelText( 'Somebody types them in' ) );
	await user.click(
		orders.getByRole( 'button', { name: 'Save and go on' } )
	);
	await pass( 0.1 );
	expect( rest.settings.hold_orders.mode ).toBe( 'statuses' );
	expect(
		screen.getByRole( 'heading', { name: /Look before anything changes/ } )
	).toHaveFocus();

	await user.click( button( 'Show me what would change' ) );
	await pass( 1 );
	expect( rest.askedFor( 'POST /runs' )[ 0 ]?.body ).toEqual( {
		mode: 'preview',
	} );
	expect( step( /Look before/ ).getByText( '412' ) ).toBeVisible();
	expect( announced() ).toContain(
		'the quantities of 412 products would change'
	);
	expect(
		screen.getByRole( 'link', { name: 'Open the list' } )
	).toHaveAttribute( 'href', '?page=keycrm-stock&tab=changes&run=11' );

	await user.selectOptions( screen.getByLabelText( 'Sync every' ), '30' );
	await user.click( button( 'Apply and switch on' ) );
	await pass( 1 );
	expect( rest.askedFor( 'POST /runs/11/apply' ) ).toHaveLength( 1 );
	expect( rest.settings.schedule ).toEqual( {
		enabled: true,
		every_minutes: 30,
		orders_every_minutes: 0,
	} );
	expect(
		screen.getByText( 'All 109 products are in sync with KeyCRM.' )
	).toBeVisible();
} );

it( 'says which step is missing if a later step cannot be opened yet', async () => {
	await openScreen( newSite() );
	expect(
		screen.getByText( 'First check the connection (step 1).' )
	).toBeVisible();
	expect(
		screen.getAllByText( 'First say what may be sold (step 2).' )
	).toHaveLength( 2 );
	expect(
		screen.getByText( 'First look at what would change (step 4).' )
	).toBeVisible();
	expect( button( 'Check the connection' ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );
