import { screen } from '@testing-library/react';
import type { Run } from '../../../src-admin/contract';
import { FakeRest } from '../support/fake-rest';
import { announced, openScreen, pass } from '../support/screen';
import {
	at,
	inPhase,
	runningRun,
	someCurrent,
	someRun,
} from '../support/sample-runs';

const syncNow = () => screen.getByRole( 'button', { name: 'Sync now' } );

function siteThatRuns( run: Run ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { run } );
	return rest;
}

const moved = ( done: number ) => ( run: Run ) => ( {
	progress: { ...run.progress, done },
} );

it( 'starts a run and drives it to its end', async () => {
	const rest = new FakeRest();
	rest.started = () =>
		runningRun( {
			progress: { done: 0, total: 0, unit: 'requests', seconds_left: 0 },
		} );
	rest.steps = [
		() => ( {
			progress: {
				done: 14,
				total: 26,
				unit: 'requests',
				seconds_left: 13,
			},
		} ),
		() => ( {} ),
	];
	const { user } = await openScreen( rest );
	await user.click( syncNow() );
	await pass( 0.1 );

	const bar = screen.getByRole( 'progressbar', {
		name: 'Reading stock from KeyCRM',
	} );
	expect( bar ).toHaveAttribute( 'value', '14' );
	expect( bar ).toHaveAttribute( 'max', '26' );
	expect( screen.getByText( '14 of 26 requests' ) ).toBeVisible();
	expect( screen.getByText( 'about 13 seconds left' ) ).toBeVisible();
	expect(
		screen.getByText( 'You can close this page; the work goes on.' )
	).toBeVisible();
} );

it( 'says how much shorter the run is because it reads only the shop’s products', async () => {
	const rest = siteThatRuns(
		runningRun( {
			read_plan: { kind: 'own', requests: 12, instead_of: 214 },
		} )
	);
	rest.steps = [ () => inPhase( 'plan' ) ];
	const saved = /12 requests instead of 214/;
	await openScreen( rest );
	expect( screen.getByText( saved ) ).toBeVisible();
	await pass( 3 );
	expect( screen.queryByText( saved ) ).toBeNull();
} );

it( 'announces phases and results to screen readers, not every step', async () => {
	const rest = siteThatRuns( runningRun() );
	rest.steps = [
		moved( 15 ),
		moved( 26 ),
		() => ( {
			...inPhase( 'write' ),
			progress: { done: 1, total: 12, unit: 'products', seconds_left: 1 },
		} ),
		() => ( { status: 'succeeded', phase: 'done', finished_at: at( 0 ) } ),
	];
	await openScreen( rest );
	await pass( 3 );
	expect( announced() ).toContain(
		'All 109 products are in sync with KeyCRM.'
	);
	expect( rest.askedFor( 'POST /runs/8/step' ) ).toHaveLength( 4 );
	expect( syncNow() ).toBeVisible();
} );

it( 'if KeyCRM’s limit is reached, shows a countdown and waits before the next step', async () => {
	const rest = siteThatRuns(
		runningRun( {
			status: 'waiting',
			waits_for: 'limit',
			waits_until: at( 10 ),
		} )
	);
	await openScreen( rest );
	expect(
		screen.getByText( /KeyCRM allows about 60 requests a minute/ )
	).toHaveTextContent( 'Going on in 10 seconds.' );
	await pass( 5 );
	expect(
		screen.getByText( /KeyCRM allows about 60 requests a minute/ )
	).toHaveTextContent( 'Going on in 5 seconds.' );
	expect( rest.askedFor( 'POST /runs/8/step' ) ).toHaveLength( 0 );
	await pass( 5 );
	expect( rest.askedFor( 'POST /runs/8/step' ) ).toHaveLength( 1 );
} );

it( 'polls every 2 seconds while another worker holds the lease', async () => {
	const rest = siteThatRuns( runningRun() );
	await openScreen( rest );
	await pass( 7 );
	expect( rest.askedFor( 'POST /runs/8/step' ) ).toHaveLength( 4 );
} );

it( 'continues by itself after the site was unreachable for a while', async () => {
	const rest = siteThatRuns( runningRun() );
	rest.steps = [ moved( 15 ) ];
	await openScreen( rest );
	rest.offline = true;
	await pass( 3 );
	expect(
		screen.getByText( /Your site could not be reached/, { selector: 'p' } )
	).toBeVisible();

	rest.offline = false;
	await pass( 10 );
	expect(
		screen.queryByText( /Your site could not be reached/, {
			selector: 'p',
		} )
	).toBeNull();
} );

it( 'cancels a run', async () => {
	const rest = siteThatRuns( runningRun() );
	const { user } = await openScreen( rest );
	await user.click( screen.getByRole( 'button', { name: 'Cancel' } ) );
	await pass( 0.1 );
	expect( screen.getByText( 'The last sync was cancelled.' ) ).toBeVisible();
	expect(
		screen.getByText( /It changed nothing in the shop/ )
	).toBeVisible();
} );

it( 'refetches every 30 seconds while no run is active, and drives a run that was started elsewhere', async () => {
	const rest = new FakeRest();
	await openScreen( rest );
	expect( rest.askedFor( 'GET /runs/current' ) ).toHaveLength( 1 );
	await pass( 29 );
	expect( rest.askedFor( 'GET /runs/current' ) ).toHaveLength( 1 );

	rest.current = someCurrent( { run: runningRun() } );
	await pass( 1 );
	expect( rest.askedFor( 'GET /runs/current' ) ).toHaveLength( 2 );
	expect( screen.getByRole( 'progressbar' ) ).toBeVisible();
} );

it( 'stops polling after the page is closed', async () => {
	const rest = siteThatRuns( runningRun() );
	rest.steps = [ moved( 20 ) ];
	const { unmount } = await openScreen( rest );
	unmount();
	const asked = rest.asked.length;
	await pass( 120 );
	expect( rest.asked ).toHaveLength( asked );
} );

it( 'refetches facts and settings when a run has ended', async () => {
	const rest = siteThatRuns( runningRun() );
	rest.steps = [ () => someRun( { id: 8, finished_at: at( 0 ) } ) ];
	await openScreen( rest );
	await pass( 1 );
	expect(
		screen.getByText( 'All 109 products are in sync with KeyCRM.' )
	).toBeVisible();
	expect( screen.queryByRole( 'progressbar' ) ).toBeNull();
	// The facts and the settings are refetched.
	expect( rest.askedFor( 'GET /runs/current' ) ).toHaveLength( 2 );
	expect( rest.askedFor( 'GET /settings' ) ).toHaveLength( 2 );
} );
