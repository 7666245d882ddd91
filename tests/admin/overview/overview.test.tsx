import { screen, within } from '@testing-library/react';
import type { CurrentRun, Settings } from '../../../src-admin/contract';
import { FakeRest } from '../support/fake-rest';
import { openScreen } from '../support/screen';
import {
	failedRun,
	runningRun,
	someCounts,
	someCurrent,
	somePreview,
	someRun,
	stoppedRun,
} from '../support/sample-runs';
import { someSettings } from '../support/samples';

function siteWith(
	current: Partial< CurrentRun >,
	settings: Partial< Settings > = {}
) {
	const rest = new FakeRest();
	rest.current = someCurrent( current );
	rest.settings = someSettings( settings );
	return rest;
}

const partly = someRun( {
	counts: someCounts( { not_in_keycrm: 7, duplicate_in_shop: 2 } ),
} );

it( 'uses no technical terms', async () => {
	for ( const run of [ runningRun(), stoppedRun(), failedRun() ] ) {
		const { unmount } = await openScreen( siteWith( { run } ) );
		expect( document.body.textContent ).not.toMatch(
			/offer id|cursor|\b409\b|lease/i
		);
		unmount();
	}
} );

it( 'shows a count for each outcome, with a link to the products', async () => {
	const { user } = await openScreen(
		siteWith( { run: partly, last_success: partly } )
	);
	expect( screen.getByText( '1,270' ) ).toBeVisible();
	await user.click( screen.getByRole( 'link', { name: 'Not in KeyCRM' } ) );
	expect( window.location.search ).toBe(
		'?page=keycrm-stock&tab=changes&run=7&outcome=not_in_keycrm'
	);
} );

it( 'if automatic sync is late, shows the line for the server’s scheduler, and can copy it', async () => {
	const { user } = await openScreen(
		siteWith( { overdue_seconds: 10_800 } )
	);
	const line =
		"*/5 * * * * curl -fsS -X POST 'https://shop.example/wp-json/keycrm-stock/v1/tick/s3cret' >/dev/null";
	expect( screen.getByLabelText( /scheduler \(cron\)/ ) ).toHaveValue( line );

	await user.click( screen.getByRole( 'button', { name: 'Copy' } ) );
	expect( await navigator.clipboard.readText() ).toBe( line );
	expect( screen.getByText( 'Copied.' ) ).toBeVisible();
} );

it( 'warns if another plugin writes stock too, with a link to its settings', async () => {
	await openScreen(
		siteWith(
			{},
			{
				writer_notices: [
					{ text: 'Also set by: A, B.', url: 'rival.php' },
				],
			}
		)
	);
	expect( screen.getByText( 'Also set by: A, B.' ) ).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Open its settings' } )
	).toHaveAttribute( 'href', 'rival.php' );
} );

it( 'hides technical details at first, and offers a field for a new key if that helps', async () => {
	const { user } = await openScreen( siteWith( { run: failedRun() } ) );
	expect( screen.getByText( /HTTP 401/ ) ).not.toBeVisible();
	await user.click( screen.getByRole( 'link', { name: 'Enter the key' } ) );
	expect( screen.getByLabelText( 'API key' ) ).toHaveFocus();
} );

it( 'lists the last syncs', async () => {
	const rest = siteWith( {} );
	rest.history = [ someRun(), somePreview(), failedRun() ];
	await openScreen( rest );
	const rows = screen.getAllByRole( 'row' ).map( ( row ) => row.textContent );
	expect( rows[ 1 ] ).toContain( 'Automatic sync Finished120' );
	expect( rows[ 2 ] ).toContain( 'Preview Finished412 planned9' );
	expect( rows[ 3 ] ).toContain( 'Failed—0' );
} );

it( 'pages back to older syncs, in the chart and in the table', async () => {
	const rest = siteWith( {} );
	rest.history = Array.from( { length: 21 }, ( _, place ) =>
		someRun( { id: 100 - place } )
	);
	const { user } = await openScreen( rest );
	expect( screen.getByText( 'Page 1 of 2, 21 syncs' ) ).toBeVisible();
	expect( screen.getByText( /^Last 20 syncs/ ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Next' } ) );
	expect( await screen.findByText( /^Last 1 sync:/ ) ).toBeVisible();
	expect( screen.getAllByRole( 'row' ) ).toHaveLength( 2 );
} );

it( 'can start a preview at any time', async () => {
	const rest = siteWith( {} );
	rest.started = ( mode ) => runningRun( { mode } );
	const { user } = await openScreen( rest );
	await user.click(
		screen.getByRole( 'button', { name: 'Show me what would change' } )
	);
	expect( rest.askedFor( 'POST /runs' )[ 0 ]?.body ).toEqual( {
		mode: 'preview',
	} );
} );

it( 'if automatic sync is off, switches it on with one click', async () => {
	const rest = siteWith(
		{},
		{
			schedule: {
				enabled: false,
				every_minutes: 30,
				orders_every_minutes: 0,
			},
		}
	);
	const { user } = await openScreen( rest );
	const facts = within(
		screen.getByRole( 'list', { name: 'How the sync stands' } )
	);
	expect( facts.getByText( /Automatic sync is off/ ) ).toBeVisible();
	await user.click(
		facts.getByRole( 'button', { name: 'Switch automatic sync on' } )
	);
	expect( rest.askedFor( 'POST /settings' ).at( -1 )?.body ).toEqual( {
		schedule: { enabled: true },
	} );
	expect( facts.getByText( /Automatic sync is on/ ) ).toBeVisible();
} );
