import { screen } from '@testing-library/react';
import type { CurrentRun, Settings } from '../../src-admin/contract';
import { FakeRest } from './support/fake-rest';
import { openScreen } from './support/screen';
import {
	at,
	failedRun,
	runningRun,
	someCounts,
	someCurrent,
	somePreview,
	someRun,
	stoppedRun,
} from './support/sample-runs';
import { someSettings } from './support/samples';

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

describe( 'the first line', () => {
	it.each( [
		[ 'all right', siteWith( {} ), 'Your stock matches KeyCRM.' ],
		[
			'partly right',
			siteWith( { run: partly, last_success: partly } ),
			'Your stock matches KeyCRM, except for 9 products that need a look.',
		],
		[
			'running',
			siteWith( { run: runningRun() } ),
			'Your stock is being checked against KeyCRM.',
		],
		[
			'previewing',
			siteWith( { run: runningRun( { mode: 'preview' } ) } ),
			'Looking at what would change. Nothing is written.',
		],
		[
			'needs a decision',
			siteWith( { run: stoppedRun() } ),
			'Stopped before changing anything: 312 of 480 products in stock would become 0.',
		],
		[
			'failed',
			siteWith( { run: failedRun() } ),
			'KeyCRM did not accept the API key.',
		],
		[
			'cancelled',
			siteWith( {
				run: someRun( { status: 'cancelled', phase: 'read' } ),
			} ),
			'The last check was cancelled.',
		],
		[
			'previewed',
			siteWith( { run: somePreview() } ),
			'412 products differ from KeyCRM. Nothing has been changed yet.',
		],
		[
			'overdue',
			siteWith( { overdue_seconds: 10_800, next_at: at( -10_800 ) } ),
			'Your stock may be out of date: the check is 3 hours late.',
		],
		[
			'paused',
			siteWith(
				{ next_at: null },
				{ schedule: { enabled: false, every_minutes: 15 } }
			),
			'Your stock matched KeyCRM at the last check. Automatic checks are off.',
		],
		[
			'stock management of the shop is off',
			siteWith( {}, { shop_manages_stock: false } ),
			'No stock can be written: WooCommerce’s own stock management is switched off.',
		],
		[
			'no key',
			siteWith( {}, { api_key_set: false, api_key_source: 'none' } ),
			'Your stock is not kept right: there is no KeyCRM API key.',
		],
		[
			'never checked',
			siteWith( { run: null, last_success: null } ),
			'Your stock has not been checked against KeyCRM yet.',
		],
	] )( 'tells: %s', async ( _state, rest, sentence ) => {
		await openScreen( rest );
		expect( screen.getByText( sentence ) ).toBeVisible();
	} );

	it( 'never says what only programmers say', async () => {
		for ( const run of [ runningRun(), stoppedRun(), failedRun() ] ) {
			const { unmount } = await openScreen( siteWith( { run } ) );
			expect( document.body.textContent ).not.toMatch(
				/offer id|cursor|\b409\b|lease/i
			);
			unmount();
		}
	} );
} );

it( 'tells when it was checked and when it will be again', async () => {
	await openScreen( siteWith( {} ) );
	expect(
		screen.getByText( 'Checked 4 minutes ago · next check in 11 minutes' )
	).toBeVisible();
} );

it( 'counts by outcome and leads to the products', async () => {
	const { user } = await openScreen(
		siteWith( { run: partly, last_success: partly } )
	);
	expect( screen.getByText( '1,270' ) ).toBeVisible();
	await user.click( screen.getByRole( 'link', { name: 'Not in KeyCRM' } ) );
	expect( window.location.search ).toBe(
		'?page=keycrm-stock&tab=changes&run=7&outcome=not_in_keycrm'
	);
} );

it( 'shows the line for the server’s scheduler when a check is late, and copies it', async () => {
	const { user } = await openScreen(
		siteWith( { overdue_seconds: 10_800 } )
	);
	const line =
		"*/5 * * * * curl -fsS 'https://shop.example/wp-json/keycrm-stock/v1/tick/s3cret' >/dev/null";
	expect( screen.getByLabelText( /scheduler \(cron\)/ ) ).toHaveValue( line );

	await user.click( screen.getByRole( 'button', { name: 'Copy' } ) );
	expect( await navigator.clipboard.readText() ).toBe( line );
	expect( screen.getByText( 'Copied.' ) ).toBeVisible();
} );

it( 'warns of a second writer and leads to its settings', async () => {
	await openScreen(
		siteWith(
			{},
			{ rival_writers: [ 'A', 'B' ], rival_settings_url: 'rival.php' }
		)
	);
	expect( screen.getByText( /A, B\. Two writers/ ) ).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Open its settings' } )
	).toHaveAttribute( 'href', 'rival.php' );
} );

it( 'lets nobody start what cannot end well', async () => {
	await openScreen( siteWith( {}, { shop_manages_stock: false } ) );
	expect( screen.queryByRole( 'button', { name: 'Sync now' } ) ).toBeNull();
	expect(
		screen.getByRole( 'link', { name: 'Open WooCommerce’s settings' } )
	).toBeVisible();
} );

it( 'folds technical details away, and asks for the new key where that helps', async () => {
	const { user } = await openScreen( siteWith( { run: failedRun() } ) );
	expect( screen.getByText( /HTTP 401/ ) ).not.toBeVisible();
	await user.click(
		screen.getByRole( 'link', { name: 'Enter the new key' } )
	);
	expect( screen.getByLabelText( 'API key' ) ).toHaveFocus();
} );

it( 'lists the last checks', async () => {
	const rest = siteWith( {} );
	rest.history = [ someRun(), somePreview(), failedRun() ];
	await openScreen( rest );
	const rows = screen.getAllByRole( 'row' ).map( ( row ) => row.textContent );
	expect( rows[ 1 ] ).toContain( 'Check by schedule Finished120' );
	expect( rows[ 2 ] ).toContain( 'Preview Finished412 planned9' );
	expect( rows[ 3 ] ).toContain( 'Failed—0' );
} );

it( 'goes back to older checks, in the chart as in the table', async () => {
	const rest = siteWith( {} );
	rest.history = Array.from( { length: 21 }, ( _, place ) =>
		someRun( { id: 100 - place } )
	);
	const { user } = await openScreen( rest );
	expect( screen.getByText( 'Page 1 of 2, 21 checks' ) ).toBeVisible();
	expect( screen.getByText( /^Checks shown: 20/ ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Next' } ) );
	expect( await screen.findByText( /^Checks shown: 1\./ ) ).toBeVisible();
	expect( screen.getAllByRole( 'row' ) ).toHaveLength( 2 );
} );
