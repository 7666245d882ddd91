import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { openScreen, pass } from '../support/screen';
import { someCurrent, somePreview, someRun } from '../support/sample-runs';
import { someChange } from '../support/samples';

const CHANGES = '&tab=changes';

function siteWithChanges() {
	const rest = new FakeRest();
	rest.history = [ someRun(), somePreview() ];
	rest.changes = [
		someChange(),
		someChange( {
			id: 2,
			product_name: 'Шарф',
			sku: 'SH-1',
			before: 3,
			after: null,
			outcome: 'not_in_keycrm',
			reason: 'KeyCRM has no product with exactly this SKU.',
			parts: null,
			written_at: null,
		} ),
	];
	return rest;
}

it( 'shows what the last sync did to which product, and why', async () => {
	await openScreen( siteWithChanges(), CHANGES );
	const [ first ] = screen.getAllByRole( 'row' ).slice( 1 );
	expect(
		within( first ?? document.body )
			.getAllByRole( 'cell' )
			.slice( 0, 5 )
			.map( ( { textContent } ) => textContent )
	).toEqual( [ '0001', '120', '122', '+2', 'Changed' ] );
	expect( first ).toHaveTextContent(
		'98 + 35 in 2 warehouses, −11 reserved = 122 for sale'
	);
	expect(
		screen.getByRole( 'link', { name: 'Шапка біла, M' } )
	).toHaveAttribute( 'href', expect.stringContaining( 'post=101' ) );
	expect( screen.getByText( /exactly this SKU/ ) ).toBeVisible();
} );

it( 'filters by outcome and keeps the filter in the URL', async () => {
	const rest = siteWithChanges();
	const { user } = await openScreen( rest, CHANGES );
	await user.selectOptions(
		screen.getByLabelText( 'Outcome' ),
		'not_in_keycrm'
	);
	await pass( 0.1 );
	expect( screen.queryByText( 'Шапка біла, M' ) ).toBeNull();
	expect( window.location.search ).toContain( 'outcome=not_in_keycrm' );
} );

it( 'searches by name or SKU', async () => {
	const rest = siteWithChanges();
	const { user } = await openScreen( rest, CHANGES );
	await user.type( screen.getByLabelText( 'Product or SKU' ), ' SH{Enter}' );
	await pass( 0.1 );
	expect(
		rest.askedFor( 'GET /runs/7/changes?search=SH&page=1&per_page=50' )
	).toHaveLength( 1 );
	await user.clear( screen.getByLabelText( 'Product or SKU' ) );
	await user.type(
		screen.getByLabelText( 'Product or SKU' ),
		'nothing{Enter}'
	);
	await pass( 0.1 );
	expect( screen.getByText( 'No product fits this search.' ) ).toBeVisible();
} );

it( 'sorts by a column ascending, descending, and not at all', async () => {
	const rest = siteWithChanges();
	const { user } = await openScreen( rest, CHANGES );
	const head = screen.getByRole( 'columnheader', { name: 'Difference' } );
	expect( head ).toHaveAttribute( 'aria-sort', 'none' );
	const asked: string[] = [];
	for ( const sorted of [ 'ascending', 'descending', 'none' ] ) {
		await user.click(
			screen.getByRole( 'button', { name: 'Difference' } )
		);
		await pass( 0.1 );
		expect( head ).toHaveAttribute( 'aria-sort', sorted );
		asked.push( rest.asked.at( -1 )?.line ?? '' );
	}
	expect( asked ).toEqual( [
		expect.stringMatching( /order_by=difference&order=asc/ ),
		expect.stringMatching( /order_by=difference&order=desc/ ),
		expect.not.stringMatching( /order/ ),
	] );
	expect(
		screen.getByRole( 'columnheader', { name: 'Why' } )
	).not.toHaveAttribute( 'aria-sort' );
} );

it( 'goes to the next page', async () => {
	const rest = siteWithChanges();
	rest.changes = Array.from( { length: 51 }, ( _, index ) =>
		someChange( { id: index + 1, product_name: `Товар ${ index + 1 }` } )
	);
	const { user } = await openScreen( rest, CHANGES );
	expect( screen.getByText( 'Page 1 of 2, 51 products' ) ).toBeVisible();
	await user.click( screen.getByRole( 'button', { name: 'Next' } ) );
	await pass( 0.1 );
	expect( screen.getByText( 'Товар 51' ) ).toBeVisible();
	expect( screen.getByRole( 'button', { name: 'Next' } ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
} );

it( 'words the rows of a preview as a plan', async () => {
	const rest = siteWithChanges();
	rest.current = someCurrent( { run: somePreview() } );
	rest.changes = [ someChange( { run_id: 11, written_at: null } ) ];
	const { user } = await openScreen( rest, CHANGES );
	expect( rest.askedFor( 'GET /runs/11/changes' ) ).toHaveLength( 1 );
	expect(
		screen.getByRole( 'columnheader', { name: 'Then' } )
	).toBeVisible();
	expect(
		screen.getByRole( 'cell', { name: 'Would change' } )
	).toBeVisible();
	await user.click(
		screen.getByRole( 'button', { name: 'Apply to 412 products' } )
	);
	expect( rest.askedFor( 'POST /runs/11/apply' ) ).toHaveLength( 1 );
} );

it( 'says that an old preview reads KeyCRM again before it is applied', async () => {
	const rest = siteWithChanges();
	rest.current = someCurrent( { run: somePreview( { fresh: false } ) } );
	await openScreen( rest, CHANGES );
	expect( screen.getByText( /KeyCRM is read again first/ ) ).toBeVisible();
	expect( screen.getByRole( 'button', { name: /^Apply/ } ) ).toBeVisible();
} );

it( 'offers no action on a preview that is not the newest run', async () => {
	const rest = siteWithChanges();
	rest.history = [ someRun( { id: 12 } ), somePreview() ];
	rest.current = someCurrent( { run: someRun( { id: 12 } ) } );
	await openScreen( rest, `${ CHANGES }&run=11` );
	expect( screen.getByText( /only to look back at/ ) ).toBeVisible();
	expect( screen.queryByRole( 'button', { name: /^Apply/ } ) ).toBeNull();
	expect(
		screen.getByRole( 'button', { name: 'Make a new preview' } )
	).toBeVisible();
} );

it( 'shows all syncs together, between two days and in one direction', async () => {
	const rest = siteWithChanges();
	const { user } = await openScreen( rest, CHANGES );
	await user.selectOptions( screen.getByLabelText( 'Sync' ), 'all' );
	await user.selectOptions( screen.getByLabelText( 'Which way' ), 'up' );
	await user.type( screen.getByLabelText( 'From' ), '2026-07-30' );
	await user.type( screen.getByLabelText( 'Until' ), '2026-07-31' );
	await user.click( screen.getByRole( 'button', { name: 'Search' } ) );
	await pass( 0.1 );
	expect( window.location.search ).toContain( 'run=all&direction=up' );
	const [ , query = '' ] = ( rest.asked.at( -1 )?.line ?? '' ).split( '?' );
	const asked = Object.fromEntries( new URLSearchParams( query ) );
	expect( asked ).toMatchObject( {
		direction: 'up',
		from: new Date( '2026-07-30T00:00' ).toISOString(),
		// The last day is inclusive.
		until: new Date( '2026-08-01T00:00' ).toISOString(),
	} );
	expect( screen.queryByText( 'Шарф' ) ).toBeNull();
	expect(
		screen.getByRole( 'columnheader', { name: 'When' } )
	).toBeVisible();
} );

it( 'says before the first sync that there are no changes yet', async () => {
	const rest = siteWithChanges();
	rest.current = someCurrent( { run: null, last_success: null } );
	await openScreen( rest, CHANGES );
	expect(
		screen.getByText( /has not been synced with KeyCRM/ )
	).toBeVisible();
} );
