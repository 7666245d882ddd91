import { screen, within } from '@testing-library/react';
import { faultsOfPage } from '../support/accessible';
import { FakeRest } from '../support/fake-rest';
import { at } from '../support/sample-runs';
import { announced, pass } from '../support/screen';
import { openSettings } from '../support/settings-screen';

const section = () =>
	within( screen.getByRole( 'region', { name: 'Webhooks' } ) );
const button = ( name: string ) => section().getByRole( 'button', { name } );
const address = () => section().getByLabelText( 'Address for KeyCRM' );

async function open( rest = new FakeRest(), part = {} ) {
	const opened = await openSettings( part, rest );
	await pass( 0.1 );
	return opened;
}

it( 'shows the address, the steps in KeyCRM, and that no webhook has arrived yet', async () => {
	await open();
	expect( address() ).toHaveValue(
		'https://shop.example/wp-json/keycrm-stock/v1/webhook/hush'
	);
	expect( section().getByText( /^Nothing yet/ ) ).toBeVisible();
	expect( section().getByText( 'Work begins at once.' ) ).toBeVisible();
	expect(
		section().getByText( 'How to set it up in KeyCRM: stock' )
	).toBeVisible();
	expect( section().getByText( 'Press «Зберегти».' ) ).toBeInTheDocument();
	expect( await faultsOfPage() ).toEqual( [] );
} );

it( 'shows webhooks that arrive while the page is open', async () => {
	const { rest } = await open();
	rest.webhook.state = {
		...rest.webhook.state,
		received: [
			{
				kind: 'stock',
				at: at( -120 ),
				text: 'stock of 3 product variants, 2 of them in this shop',
			},
			{
				kind: 'order',
				at: at( -3600 ),
				text: 'a change of an order',
			},
		],
	};
	await pass( 16 );
	expect(
		section()
			.getAllByRole( 'listitem' )
			.map( ( { textContent } ) => textContent )
	).toEqual(
		expect.arrayContaining( [
			'2 minutes ago: stock of 3 product variants, 2 of them in this shop',
			'1 hour ago: a change of an order',
		] )
	);
} );

describe( 'a test of the address', () => {
	it( 'that arrives is shown and announced', async () => {
		const { rest, user } = await open();
		await user.click( button( 'Send a test' ) );
		await pass( 0.1 );
		expect( rest.askedFor( 'POST /webhook-test' ) ).toHaveLength( 1 );
		expect( section().getByText( 'The test arrived.' ) ).toBeVisible();
		expect( announced() ).toBe( 'The test arrived.' );
	} );

	it( 'that does not arrive is shown with the reason and what to do', async () => {
		const { rest, user } = await open();
		rest.webhook.trial = {
			ok: false,
			code: 'firewall',
			message: 'A firewall refused it (HTTP 403).',
			hint: 'Allow the address.',
			details: 'HTTP 403\nServer: cloudflare',
		};
		await user.click( button( 'Send a test' ) );
		await pass( 0.1 );
		expect( announced() ).toBe(
			'A firewall refused it (HTTP 403). Allow the address.'
		);
		expect(
			section().getByText( /Server: cloudflare/ )
		).toBeInTheDocument();
		expect( await faultsOfPage() ).toEqual( [] );
	} );

	it( 'that the shop cannot start is an error', async () => {
		const { rest, user } = await open();
		rest.refuse(
			'POST /webhook-test',
			500,
			'keycrm_stock_unexpected',
			'No.'
		);
		await user.click( button( 'Send a test' ) );
		await pass( 0.1 );
		expect( section().getByText( 'No.' ) ).toBeVisible();
	} );
} );

describe( 'a new address', () => {
	it( 'is made after asking, and removes the result of a test of the old one', async () => {
		const { rest, user } = await open();
		await user.click( button( 'Send a test' ) );
		await pass( 0.1 );
		await user.click( button( 'Make a new webhook address' ) );
		expect( rest.askedFor( 'POST /webhook-token' ) ).toHaveLength( 0 );
		await user.click( button( 'Replace the address' ) );
		await pass( 0.1 );
		expect( address() ).toHaveValue(
			'https://shop.example/wp-json/keycrm-stock/v1/webhook/hush-new'
		);
		expect( section().queryByText( 'The test arrived.' ) ).toBeNull();
		expect( announced() ).toMatch( /The old one has ended/ );
		expect( section().getByText( /The old one has ended/ ) ).toHaveFocus();
	} );

	it( 'that the server refuses leaves the old one', async () => {
		const { rest, user } = await open();
		rest.refuse(
			'POST /webhook-token',
			503,
			'keycrm_stock_database',
			'No.'
		);
		await user.click( button( 'Make a new webhook address' ) );
		await user.click( button( 'Replace the address' ) );
		await pass( 0.1 );
		expect(
			section().getByText( /The address was not replaced\. No\./ )
		).toBeVisible();
		expect( address() ).toHaveValue(
			'https://shop.example/wp-json/keycrm-stock/v1/webhook/hush'
		);
	} );
} );

it( 'switching webhooks off is saved with the other settings', async () => {
	const { user, save } = await open();
	await user.click(
		section().getByLabelText( 'Accept webhooks from KeyCRM' )
	);
	expect( await save() ).toEqual( { webhook: { enabled: false } } );
} );

it( 'the steps end with a sync, because KeyCRM sends no webhook about earlier changes', async () => {
	const rest = new FakeRest();
	const { user } = await open( rest );
	const { run } = rest.current;
	rest.started = ( mode ) => {
		if ( null === run ) {
			throw new Error( 'The sample has a run.' );
		}
		return { ...run, id: run.id + 1, mode };
	};
	await user.click( button( 'Sync now' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs' )[ 0 ]?.body ).toEqual( {
		mode: 'sync',
	} );
	expect( window.location.search ).toBe( '?page=keycrm-stock' );
} );

it( 'warns if another plugin receives the same webhook, with a link to its settings', async () => {
	await open( new FakeRest(), {
		writer_notices: [
			{
				text: 'Stock is also set by: KeyCRM’s own plugin.',
				url: 'https://shop.example/wp-admin/rival',
			},
		],
	} );
	expect(
		section().getByText( /also set by: KeyCRM’s own plugin/ )
	).toBeVisible();
	expect(
		section().getByRole( 'link', { name: 'Open its settings' } )
	).toHaveAttribute( 'href', 'https://shop.example/wp-admin/rival' );
} );

it( 'if the address cannot be loaded, says why, and can try again', async () => {
	const rest = new FakeRest();
	rest.refuse( 'GET /webhook', 503, 'keycrm_stock_database', 'Not now.' );
	const { user } = await open( rest );
	expect( section().getByText( 'Not now.' ) ).toBeVisible();
	await user.click( button( 'Try again' ) );
	await pass( 0.1 );
	expect( address() ).toBeVisible();
} );
