/** The undo button belongs to the run on screen, and failures are shown. */
import { act, screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { runningRun, someRun, someUndoReport } from '../support/sample-runs';
import { openScreen, pass } from '../support/screen';

const undoButton = () => screen.queryByRole( 'button', { name: /^Undo this/ } );
const at = ( run: number ) => `&tab=changes&run=${ run }`;
const said = ( words: RegExp ) =>
	screen.getByText( words, { selector: '.components-notice p' } );

function siteWithTwoRuns() {
	const rest = new FakeRest();
	rest.history = [ someRun(), someRun( { id: 6 } ) ];
	rest.undos.set( 7, someUndoReport( { written: 214, back: 212 } ) );
	rest.undos.set( 6, someUndoReport( { written: 3, back: 3 } ) );
	return rest;
}

async function pick( rest: FakeRest, first: number, then: number ) {
	const { user } = await openScreen( rest, at( first ) );
	window.history.pushState( null, '', `?page=keycrm-stock${ at( then ) }` );
	act( () => {
		window.dispatchEvent( new PopStateEvent( 'popstate' ) );
	} );
	await pass( 0.1 );
	return user;
}

async function undo( rest: FakeRest ) {
	const { user } = await openScreen( rest, at( 7 ) );
	await user.click( screen.getByRole( 'button', { name: /^Undo this/ } ) );
	await user.click(
		screen.getByRole( 'button', { name: 'Undo this sync' } )
	);
	await pass( 0.1 );
	return user;
}

it( 'after a change of the run, never shows the numbers of the run before', async () => {
	const rest = siteWithTwoRuns();
	const held = rest.hold( 'GET /runs/6/undo' );
	await pick( rest, 7, 6 );
	await held.arrived;
	expect( undoButton() ).toBeNull();
	held.release();
	await pass( 0.1 );
	expect( undoButton() ).toHaveAccessibleName( /puts 3 of 3 products/ );
} );

it( 'if the numbers of a run cannot be loaded, says so, and offers no undo', async () => {
	const rest = siteWithTwoRuns();
	rest.refuse( 'GET /runs/6/undo', 500, 'keycrm_stock_x', 'No answer.' );
	await pick( rest, 7, 6 );
	expect( undoButton() ).toBeNull();
	expect(
		said(
			/It is not known what an undo of this sync would do\. No answer\./
		)
	).toBeVisible();
} );

it( 'if automatic sync could not be switched off, says so and undoes nothing', async () => {
	const rest = siteWithTwoRuns();
	rest.refuse( 'POST /settings', 500, 'keycrm_stock_x', 'Disk full.' );
	await undo( rest );
	expect(
		said( /Nothing was undone, because automatic sync could not/ )
	).toHaveTextContent( 'Disk full.' );
	expect( rest.askedFor( 'POST /runs/7/undo' ) ).toEqual( [] );
} );

it( 'if the undo fails, says that automatic sync is off but nothing was undone', async () => {
	const rest = siteWithTwoRuns();
	rest.refuse( 'POST /runs/7/undo', 409, 'keycrm_stock_x', 'Too late.' );
	await undo( rest );
	expect(
		said( /Automatic sync is off now, but the sync was not undone\./ )
	).toHaveTextContent( 'Too late.' );
} );

it( 'the error of a refused undo is not shown on another tab', async () => {
	const rest = siteWithTwoRuns();
	rest.refuse( 'POST /runs/7/undo', 409, 'keycrm_stock_x', 'Too late.' );
	const user = await undo( rest );
	await user.click( screen.getByRole( 'link', { name: 'Overview' } ) );
	await pass( 1 );
	expect( screen.queryByText( /Too late/ ) ).toBeNull();
	expect( screen.queryByText( /was not undone/ ) ).toBeNull();
} );

it( 'a run older than the newest 50 can be opened and undone', async () => {
	const rest = new FakeRest();
	rest.history = Array.from( { length: 80 }, ( _, index ) =>
		someRun( { id: 1280 - index } )
	);
	rest.current = { ...rest.current, run: someRun( { id: 1280 } ) };
	rest.undos.set( 1210, someUndoReport( { written: 5, back: 5 } ) );
	rest.started = () => runningRun( { id: 1281, mode: 'undo', undoes: 1210 } );
	const { user } = await openScreen( rest, at( 1210 ) );
	await user.click( screen.getByRole( 'button', { name: /^Undo this/ } ) );
	await user.click(
		screen.getByRole( 'button', { name: 'Undo this sync' } )
	);
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs/1210/undo' ) ).toHaveLength( 1 );
	// The number of a sync has no thousands separators.
	expect(
		screen.getByRole( 'heading', { name: 'Undo of sync 1210' } )
	).toBeVisible();
} );
