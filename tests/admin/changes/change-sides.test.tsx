/** Changes say whose quantities they show: the shop's, or KeyCRM's. */
import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { someCurrent, somePreview, someRun } from '../support/sample-runs';
import { someChange } from '../support/samples';
import { openScreen } from '../support/screen';

const HERE = '&tab=changes';
const toKeycrm = someChange( {
	id: 2,
	run_id: 8,
	side: 'keycrm',
	product_id: 102,
	product_name: 'Плед',
	before: 7,
	after: 5,
	parts: null,
	pushed: [
		{
			warehouse_id: 1,
			name: 'Main',
			available: 5,
			reserve: 2,
			quantity: 7,
			present: 9,
		},
	],
	pushed_texts: [ 'Main: 7 = 5 for sale + 2 reserved there' ],
} );

function siteWith( run: ReturnType< typeof someRun > ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { run } );
	rest.history = [ run ];
	rest.changes = [ toKeycrm ];
	return rest;
}

const headings = () =>
	screen
		.getAllByRole( 'columnheader' )
		.map( ( { textContent } ) => textContent );
const rowOf = ( name: string ) => {
	const row = screen.getByRole( 'rowheader', { name: new RegExp( name ) } );
	return within( row.closest( 'tr' ) ?? row );
};

it( 'of a sync to KeyCRM are headed by KeyCRM’s name, with the sum of what was sent', async () => {
	await openScreen(
		siteWith( someRun( { id: 8, side: 'keycrm', trigger: 'schedule' } ) ),
		HERE
	);
	expect(
		screen.getByRole( 'heading', { name: 'Automatic sync to KeyCRM' } )
	).toBeVisible();
	expect( headings() ).toEqual(
		expect.arrayContaining( [
			expect.stringMatching( /^In KeyCRM before/ ),
			expect.stringMatching( /^In KeyCRM after/ ),
		] )
	);
	expect(
		rowOf( 'Плед' ).getByText( 'Main: 7 = 5 for sale + 2 reserved there' )
	).toBeVisible();
} );

it( 'of a preview are what KeyCRM has now and would have then', async () => {
	await openScreen(
		siteWith( somePreview( { id: 8, side: 'keycrm' } ) ),
		HERE
	);
	expect( headings() ).toEqual(
		expect.arrayContaining( [
			expect.stringMatching( /^In KeyCRM now/ ),
			expect.stringMatching( /^In KeyCRM then/ ),
		] )
	);
	expect(
		screen.getByRole( 'button', { name: /^Send .* quantities to KeyCRM$/ } )
	).toBeVisible();
} );

it( 'of all syncs name KeyCRM in each of its rows, and in no other', async () => {
	const rest = siteWith( someRun() );
	rest.changes = [ someChange(), toKeycrm ];
	await openScreen( rest, `${ HERE }&run=all` );
	const cells = ( name: string ) =>
		rowOf( name )
			.getAllByRole( 'cell' )
			.map( ( { textContent } ) => textContent );
	expect( cells( 'Плед' ) ).toEqual(
		expect.arrayContaining( [ '7 in KeyCRM', '5 in KeyCRM' ] )
	);
	expect( cells( 'Шапка' ) ).toEqual(
		expect.arrayContaining( [ '120', '122' ] )
	);
	expect( headings() ).toEqual(
		expect.arrayContaining( [ expect.stringMatching( /^Before/ ) ] )
	);
} );
