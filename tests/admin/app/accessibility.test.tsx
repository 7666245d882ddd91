/** Runs axe on every screen, and checks the focus after each of the main actions. */
import { screen } from '@testing-library/react';
import { faultsOfPage } from '../support/accessible';
import { someMismatch } from '../support/fake-mismatches';
import { FakeRest } from '../support/fake-rest';
import { connectedSite, NEVER, newSite } from '../support/setup-site';
import {
	failedRun,
	runningRun,
	someCurrent,
	somePreview,
	someRun,
	someUndoReport,
	stoppedRun,
} from '../support/sample-runs';
import { someChange } from '../support/samples';
import { openScreen, pass } from '../support/screen';

/** A shop with at least one row in every list. */
function fullSite( run = someRun() ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { run } );
	rest.history = 7 === run.id ? [ run ] : [ run, someRun() ];
	rest.changes = [ someChange(), someChange( { id: 2, run_id: run.id } ) ];
	rest.undos.set( 7, someUndoReport( { written: 214, back: 212 } ) );
	rest.odd.lists = {
		near_miss: [
			someMismatch( { in_keycrm: [ { sku: 'АВС-01', quantity: 12 } ] } ),
		],
		not_managed: [ someMismatch( { can_switch_on: true } ) ],
	};
	return rest;
}

const previewed = () => {
	const rest = connectedSite();
	rest.current = someCurrent( { ...NEVER, run: somePreview() } );
	return rest;
};

it.each< [ string, () => FakeRest, string ] >( [
	[ 'the Overview', fullSite, '' ],
	[ 'the Overview while a sync runs', () => fullSite( runningRun() ), '' ],
	[ 'the Overview after a failure', () => fullSite( failedRun() ), '' ],
	[ 'the Overview before a decision', () => fullSite( stoppedRun() ), '' ],
	[ 'the set-up at its beginning', newSite, '' ],
	[ 'the set-up with a key', connectedSite, '' ],
	[ 'the set-up with a preview', previewed, '' ],
	[ 'Changes', fullSite, '&tab=changes' ],
	[ 'a preview’s list', () => fullSite( somePreview() ), '&tab=changes' ],
	[ 'Out of step', fullSite, '&tab=out-of-step' ],
	[
		'a group that can be mended',
		fullSite,
		'&tab=out-of-step&group=not_managed',
	],
	[ 'Settings', fullSite, '&tab=settings' ],
	[ 'Help', fullSite, '&tab=help' ],
] )( 'axe finds nothing wrong with %s', async ( _, site, query ) => {
	await openScreen( site(), query );
	await pass( 1 );
	expect( await faultsOfPage() ).toEqual( [] );
} );

describe( 'the focus', () => {
	const press = ( name: string | RegExp ) =>
		screen.getByRole( 'button', { name } );
	const progress = () => document.querySelector( '[data-focus="progress"]' );
	const result = () => document.querySelector( '[data-focus="result"]' );

	/** Makes the started run work for some steps, and then end with this status. */
	function working( rest: FakeRest, end: ReturnType< typeof someRun > ) {
		rest.started = ( mode ) => runningRun( { mode } );
		rest.steps = [ () => ( {} ) ];
		return () => {
			rest.steps = [
				() => ( { ...end, id: rest.current.run?.id ?? 0 } ),
			];
		};
	}

	it.each<
		[
			string,
			() => FakeRest,
			string,
			string | RegExp,
			ReturnType< typeof someRun >,
		]
	>( [
		[ 'Sync now', fullSite, '', 'Sync now', someRun() ],
		[
			'Show me what would change',
			fullSite,
			'',
			'Show me what would change',
			somePreview(),
		],
		[
			'Show me what would change, in the set-up',
			connectedSite,
			'',
			'Save and go on',
			somePreview(),
		],
		[
			'Apply and switch on',
			previewed,
			'',
			'Apply and switch on',
			someRun(),
		],
		[
			'Apply, in the list',
			() => fullSite( somePreview() ),
			'&tab=changes',
			/^Apply to/,
			someRun(),
		],
	] )(
		'goes from [%s] to the progress, and from there to the result',
		async ( name, site, query, button, end ) => {
			const rest = site();
			const finish = working( rest, end );
			const { user } = await openScreen( rest, query );
			if ( name.endsWith( 'in the set-up' ) ) {
				await user.click( press( button ) );
				await pass( 0.1 );
			}
			await user.click(
				name.endsWith( 'in the set-up' )
					? press( 'Show me what would change' )
					: press( button )
			);
			await pass( 1 );
			expect( progress() ).not.toBeNull();
			expect( progress() ).toHaveFocus();
			finish();
			await pass( 4 );
			expect( progress() ).toBeNull();
			expect( result() ).toHaveFocus();
		}
	);

	it( 'goes from [Cancel] to the result', async () => {
		const { user } = await openScreen( fullSite( runningRun() ) );
		await user.click( press( 'Cancel' ) );
		await pass( 1 );
		expect( result() ).toHaveFocus();
	} );

	it( 'goes from [Undo this sync] to the progress, and from there to the result', async () => {
		const rest = fullSite();
		rest.undos.set( 7, someUndoReport( { written: 214, back: 212 } ) );
		const finish = working( rest, someRun( { mode: 'undo', undoes: 7 } ) );
		const { user } = await openScreen( rest, '&tab=changes&run=7' );
		await user.click( press( /^Undo this sync \(/ ) );
		await user.click( press( 'Undo this sync' ) );
		await pass( 1 );
		expect( progress() ).not.toBeNull();
		expect( progress() ).toHaveFocus();
		finish();
		await pass( 4 );
		expect( result() ).toHaveFocus();
	} );
} );
