import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import {
	runningRun,
	someCounts,
	someCurrent,
	someRun,
	someUndoReport,
} from '../support/sample-runs';
import { someSettings } from '../support/samples';
import { openScreen, pass } from '../support/screen';

const undone = someRun( {
	id: 12,
	mode: 'undo',
	trigger: 'person',
	undoes: 7,
	counts: someCounts( { updated: 212, unchanged: 0, changed_since: 2 } ),
} );

function siteWithBadRun() {
	const rest = new FakeRest();
	rest.history = [ someRun() ];
	rest.undos.set(
		7,
		someUndoReport( {
			written: 214,
			back: 212,
			to_zero: 40,
			changed_since: 2,
		} )
	);
	rest.started = () =>
		runningRun( {
			id: 12,
			mode: 'undo',
			phase: 'plan',
			undoes: 7,
			progress: {
				done: 0,
				total: 0,
				unit: 'products',
				seconds_left: 0,
			},
		} );
	rest.steps = [ () => undone ];
	return rest;
}

const button = () =>
	screen.getByRole( 'button', {
		name: 'Undo this sync (puts 212 of 214 products back; 2 have changed since)',
	} );

it( 'shows what the undo would change, pauses the schedule, and shows the run of the undo', async () => {
	const rest = siteWithBadRun();
	const { user } = await openScreen( rest, '&tab=changes' );
	await user.click( button() );
	expect(
		screen.getByText(
			'212 products return to their previous quantity, minus what has been sold since.'
		)
	).toBeVisible();
	expect( screen.getByText( '40 of them become 0.' ) ).toBeVisible();
	expect(
		screen.getByLabelText( 'Switch automatic sync off' )
	).toBeChecked();
	await user.click(
		screen.getByRole( 'button', { name: 'Undo this sync' } )
	);
	await pass( 1 );
	expect( rest.askedFor( 'POST /settings' )[ 0 ]?.body ).toEqual( {
		schedule: { enabled: false },
	} );
	expect( rest.askedFor( 'POST /runs/7/undo' ) ).toHaveLength( 1 );
	expect( window.location.search ).toContain( 'run=12' );
} );

it( 'does nothing when the dialog is cancelled', async () => {
	const rest = siteWithBadRun();
	rest.settings = someSettings( {
		schedule: {
			enabled: false,
			every_minutes: 15,
			orders_every_minutes: 0,
		},
	} );
	const { user } = await openScreen( rest, '&tab=changes' );
	await user.click( button() );
	expect( screen.queryByLabelText( 'Switch automatic sync off' ) ).toBeNull();
	await user.click(
		screen.getByRole( 'button', { name: 'Leave it as it is' } )
	);
	expect( rest.askedFor( 'POST /' ) ).toEqual( [] );
} );

it( 'offers no undo for a run that has written nothing', async () => {
	const rest = new FakeRest();
	await openScreen( rest, '&tab=changes' );
	expect( screen.queryByRole( 'button', { name: /Undo/ } ) ).toBeNull();
} );

it( 'after an undo the Overview says that the shop no longer has KeyCRM’s numbers', async () => {
	const rest = new FakeRest();
	rest.current = someCurrent( { run: undone } );
	await openScreen( rest );
	expect(
		screen.getByText(
			'An earlier sync was undone: 212 products have their previous quantity again.'
		)
	).toBeVisible();
} );
