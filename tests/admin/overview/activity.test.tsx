import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen } from '../support/screen';
import { at, someCounts, someRun } from '../support/sample-runs';

it( 'shows the last 24 hours in a line, with a link to the changes', async () => {
	const rest = new FakeRest();
	rest.activity = [ 3, 0, 211 ].map( ( changes, hour ) => ( {
		at: at( ( hour - 2 ) * 3600 ),
		changes,
		failed_runs: 1 === hour ? 1 : 0,
	} ) );
	await openScreen( rest );
	const line = screen.getByRole( 'img', {
		name: 'Last 24 hours: 214 changes',
	} );
	expect( line.querySelectorAll( 'rect' ) ).toHaveLength( 3 );
	expect( line.querySelectorAll( 'path' ) ).toHaveLength( 1 );
	expect(
		screen.getByRole( 'link', { name: '214 changes' } )
	).toHaveAttribute(
		'href',
		expect.stringContaining( 'tab=changes&run=all' )
	);
} );

it( 'shows how many changes webhooks and orders brought in the last hour', async () => {
	const rest = new FakeRest();
	rest.activity = [ { at: at( 0 ), changes: 5, failed_runs: 0 } ];
	rest.lastHour = [
		'3 quantities by webhook in the last hour',
		'1 quantity by KeyCRM’s orders in the last hour',
	];
	await openScreen( rest );
	expect(
		screen.getByText( '3 quantities by webhook in the last hour' )
	).toBeVisible();
	expect(
		screen.getByText( '1 quantity by KeyCRM’s orders in the last hour' )
	).toBeVisible();
} );

it( 'shows no line if the request fails', async () => {
	const rest = new FakeRest();
	rest.refuse( 'GET /activity', 500, 'broken', 'Broken.' );
	await openScreen( rest );
	expect( screen.queryByText( 'Last 24 hours' ) ).toBeNull();
	expect( screen.queryByText( 'Broken.' ) ).toBeNull();
} );

it( 'draws changes and failures of each run, without previews', async () => {
	const rest = new FakeRest();
	rest.history = [
		someRun( {
			id: 5,
			mode: 'preview',
			counts: someCounts( { updated: 9 } ),
		} ),
		someRun( { id: 4, counts: someCounts( { updated: 4 } ) } ),
		someRun( { id: 3, status: 'failed', phase: 'read' } ),
		someRun( { id: 2, counts: someCounts( { updated: 2, failed: 1 } ) } ),
	];
	await openScreen( rest );
	const chart = screen.getByRole( 'img', {
		name: 'Last 4 syncs: 6 quantities changed, 2 failed',
	} );
	const heights = [ ...chart.querySelectorAll( 'rect' ) ].map( ( bar ) =>
		bar.getAttribute( 'height' )
	);
	// The oldest run is at the left.
	expect( heights ).toEqual( [ '20', '1', '40', '1' ] );
} );
