import { screen } from '@testing-library/react';
import { faultsOfPage } from '../support/accessible';
import { FakeRest } from '../support/fake-rest';
import { announced, openScreen, pass } from '../support/screen';

const SETTINGS = '&tab=settings';
const button = ( name: string ) => screen.getByRole( 'button', { name } );
const line = () => screen.getByLabelText( /scheduler \(cron\)/ );

it.each( [
	[ 200, { status: 'idle', phase: '' }, /^The address works\./ ],
	[ 401, { code: 'rest_not_logged_in' }, /refuses calls without a login/ ],
	[ 403, undefined, /refuses calls without a login \(HTTP 403\)/ ],
	[ 404, { code: 'x' }, /does not know this address/ ],
	[ 200, undefined, /Something else answered/ ],
	[ 500, undefined, /answered with an error \(HTTP 500\)/ ],
] )(
	'tests the scheduler’s address without a login, and explains the answer %d %j',
	async ( status, json, words ) => {
		const rest = new FakeRest();
		rest.ticked = { status, json };
		const { user } = await openScreen( rest, SETTINGS );
		await user.click( button( 'Try the address' ) );
		await pass( 0.1 );
		expect(
			rest.askedFor( 'POST /wp-json/keycrm-stock/v1/tick/s3cret omit' )
		).toHaveLength( 1 );
		expect( screen.getByText( words ) ).toBeVisible();
		expect( announced() ).toMatch( words );
		expect( button( 'Try the address' ) ).toHaveFocus();
	}
);

it( 'says so if the browser cannot reach the scheduler’s address', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	rest.offline = true;
	await user.click( button( 'Try the address' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( /Your browser could not reach the address/ )
	).toBeVisible();
} );

it( 'after asking makes a new address, and removes the result of a test of the old one', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	await user.click( button( 'Try the address' ) );
	await pass( 0.1 );
	await user.click( button( 'Make a new address' ) );
	expect( rest.askedFor( 'POST /tick-token' ) ).toHaveLength( 0 );
	expect( screen.getByText( /stops working until/ ) ).toBeVisible();
	await user.click( button( 'Replace the address' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /tick-token' ) ).toHaveLength( 1 );
	expect( line() ).toHaveValue(
		"*/5 * * * * curl -fsS -X POST 'https://shop.example/wp-json/keycrm-stock/v1/tick/s3cret-new' >/dev/null"
	);
	expect( screen.queryByText( /The address works/ ) ).toBeNull();
	expect( announced() ).toMatch( /The old one has ended/ );
	expect( screen.getByText( /The old one has ended/ ) ).toHaveFocus();
	expect( await faultsOfPage() ).toEqual( [] );
} );

it( 'if the server refuses a new address, says why, and the old one stays', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	rest.refuse( 'POST /tick-token', 500, 'keycrm_stock_database', 'No.' );
	await user.click( button( 'Make a new address' ) );
	await user.click( button( 'Replace the address' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( /The address was not replaced\. No\./ )
	).toBeVisible();
	expect( screen.getByDisplayValue( /\/s3cret' / ) ).toBe( line() );
} );

it( 'explains what the refresh of sold products finds, and how long a full sync takes', async () => {
	const rest = new FakeRest();
	const { user } = await openScreen( rest, SETTINGS );
	const select = screen.getByLabelText( /In between/ );
	expect( select ).toHaveAccessibleDescription(
		/A full sync takes 26 requests\./
	);
	await user.selectOptions( select, '5' );
	await user.click( button( 'Save' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		schedule: { orders_every_minutes: 5 },
	} );
} );
