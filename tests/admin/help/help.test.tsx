/** The Help tab, whose sentences the server sends. */
import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen, pass } from '../support/screen';

const HELP = '&tab=help';
const section = ( name: string ) =>
	within( screen.getByRole( 'region', { name } ) );

it( 'shows steps in their order, and terms with what they mean', async () => {
	await openScreen( new FakeRest(), HELP );
	expect(
		section( 'How it works' )
			.getAllByRole( 'listitem' )
			.map( ( { textContent } ) => textContent )
	).toEqual( [ 'All stock is read.', 'It is compared.' ] );
	const outcomes = section( 'What the outcomes mean' );
	expect( outcomes.getByRole( 'term' ) ).toHaveTextContent( 'Changed' );
	expect( outcomes.getByRole( 'definition' ) ).toHaveTextContent(
		'The number was put right.'
	);
} );

it( 'shows the line for the server’s scheduler in its section alone', async () => {
	const rest = new FakeRest();
	await openScreen( rest, HELP );
	const line = section( 'When the site is quiet' ).getByLabelText(
		/^Line for your server’s scheduler/
	);
	expect( line ).toHaveValue(
		`*/5 * * * * curl -fsS -X POST '${ rest.settings.tick_url }' >/dev/null`
	);
	expect( screen.getAllByLabelText( /^Line for/ ) ).toHaveLength( 1 );
} );

it( 'is asked for once, and again only after a failure', async () => {
	const rest = new FakeRest();
	rest.refuse( 'GET /help', 500, 'keycrm_stock_x', 'The disk is full.' );
	const { user } = await openScreen( rest, HELP );
	expect( screen.getByText( 'The disk is full.' ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
	await pass( 0.1 );
	expect( screen.getByText( 'How it works' ) ).toBeVisible();
	expect( screen.queryByText( 'The disk is full.' ) ).toBeNull();

	await user.click( screen.getByRole( 'link', { name: 'Overview' } ) );
	await user.click( screen.getByRole( 'link', { name: 'Help' } ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'GET /help' ) ).toHaveLength( 2 );
} );

it( 'shows each way to keep stock with its picture, steps and settings', async () => {
	await openScreen( new FakeRest(), HELP );
	const ways = section( 'Three ways to keep stock' );
	expect(
		ways
			.getAllByRole( 'heading', { level: 4 } )
			.map( ( { textContent } ) => textContent )
	).toEqual( [ 'KeyCRM', 'This shop', 'An ERP' ] );
	expect(
		ways.getByRole( 'img', { name: 'WooCommerce keeps the stock.' } )
	).toHaveAttribute( 'src', 'https://shop.example/pictures/keycrm.svg' );
	expect( ways.getAllByText( 'Paste the key.' ) ).toHaveLength( 3 );
	expect( ways.getAllByText( 'Schedule' ) ).toHaveLength( 3 );
} );

it( 'shows the rest if the ways to keep stock cannot be loaded', async () => {
	const rest = new FakeRest();
	rest.refuse( 'GET /sources', 500, 'keycrm_stock_x', 'No answer.' );
	const { user } = await openScreen( rest, HELP );
	expect( section( 'How it works' ).getByRole( 'list' ) ).toBeVisible();
	expect( screen.getByText( 'No answer.' ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
	await pass( 0.1 );
	expect(
		section( 'Three ways to keep stock' ).getByText( 'This shop' )
	).toBeVisible();
} );
