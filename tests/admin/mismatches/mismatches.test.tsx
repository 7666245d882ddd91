import { screen } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { someMismatch } from '../support/fake-mismatches';
import { announced, openScreen, pass } from '../support/screen';
import { someCounts, someCurrent, someRun } from '../support/sample-runs';

const HERE = '&tab=out-of-step';
const NEAR =
	'“ABC-01” here, “АВС-01” in KeyCRM: some letters only look alike (Cyrillic on one side, Latin on the other).';

function oddSite() {
	const rest = new FakeRest();
	rest.odd.lists = {
		near_miss: [
			someMismatch( {
				in_keycrm: [ { sku: 'АВС-01', quantity: 12 } ],
				reason: NEAR,
			} ),
		],
		only_in_keycrm: [
			someMismatch( {
				product_id: 0,
				product_name: '',
				edit_url: '',
				sku: '',
				in_shop: null,
				in_keycrm: [ { sku: 'WRAP-01', quantity: 240 } ],
			} ),
		],
		duplicate_in_keycrm: [
			someMismatch( {
				in_keycrm: [
					{ sku: 'ABC-01', quantity: 14 },
					{ sku: 'ABC-01', quantity: null },
				],
			} ),
		],
		not_managed: [
			someMismatch( {
				product_name: 'Майстер-клас',
				in_shop: null,
				can_switch_on: true,
			} ),
			someMismatch( {
				product_id: 102,
				product_name: 'Абонемент',
				can_switch_on: false,
			} ),
		],
		wrong_status: [
			someMismatch( { product_name: 'Кава', in_shop: 7 } ),
			someMismatch( { product_id: 103, since: 'repaired' } ),
		],
		excluded: [ someMismatch( { product_name: 'Листівка' } ) ],
	};
	return rest;
}

const button = ( name: string ) => screen.getByRole( 'button', { name } );

it( 'shows nearly equal SKUs first, and says how they differ', async () => {
	await openScreen( oddSite(), HERE );
	const links = screen
		.getAllByRole( 'link', { name: /\(\d+\)$/ } )
		.map( ( { textContent } ) => textContent );
	expect( links ).toEqual( [
		'SKUs that almost agree (1)',
		'Stock status does not fit the stock quantity (2)',
		'Only in KeyCRM (1)',
		'Same SKU twice in KeyCRM (1)',
		'Stock management is off (2)',
		'Left alone by you (1)',
	] );
	expect( screen.getByText( NEAR ) ).toBeVisible();
	expect(
		screen.getByRole( 'link', { name: 'Шапка біла, M' } )
	).toHaveAttribute( 'href', expect.stringContaining( 'post=101' ) );
	expect(
		screen.getByText( /last comparison, 4 minutes ago/ )
	).toBeVisible();
} );

it( 'the URL opens a group, and an opened group is kept in the URL', async () => {
	const { user } = await openScreen(
		oddSite(),
		`${ HERE }&group=only_in_keycrm`
	);
	expect(
		screen.getByRole( 'rowheader', { name: 'WRAP-01' } )
	).toBeVisible();
	expect( screen.queryByRole( 'checkbox' ) ).toBeNull();
	await user.click( screen.getByRole( 'link', { name: /twice in KeyCRM/ } ) );
	await pass( 0.1 );
	expect( window.location.search ).toContain( 'group=duplicate_in_keycrm' );
	expect( screen.getByRole( 'cell', { name: '14 / —' } ) ).toBeVisible();
} );

it( 'switches stock management on for the selected products, and says the result for each', async () => {
	const rest = oddSite();
	rest.odd.left = [ { product_id: 101, reason: 'Try again later.' } ];
	const { user } = await openScreen( rest, `${ HERE }&group=not_managed` );
	expect( button( 'Switch stock management on' ) ).toHaveAttribute(
		'aria-disabled',
		'true'
	);
	await user.click(
		screen.getByRole( 'checkbox', { name: 'All on this page' } )
	);
	await user.click( button( 'Switch stock management on' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /unmatched/switch-on' ) ).toMatchObject( [
		{ body: { product_ids: [ 101 ] } },
	] );
	expect(
		screen.getByText( 'Майстер-клас: Try again later.' )
	).toBeVisible();
	expect( announced() ).toContain( 'Try again later.' );
	// The list is refetched.
	expect( rest.askedFor( 'GET /unmatched/groups' ) ).toHaveLength( 2 );
} );

it( 'repairs the stock status of the selected products', async () => {
	const rest = oddSite();
	const { user } = await openScreen( rest, `${ HERE }&group=wrong_status` );
	expect( screen.getByText( 'The stock status fits now.' ) ).toBeVisible();
	await user.click( screen.getByRole( 'checkbox', { name: 'Кава' } ) );
	await user.click( button( 'Repair the stock status' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /unmatched/repair-status' ) ).toMatchObject( [
		{ body: { product_ids: [ 101 ] } },
	] );
	expect( announced() ).toContain(
		'The stock status of 1 product fits its stock quantity now.'
	);
} );

it( 'if the shown page has become empty, goes to the last page, and never says that nothing is left', async () => {
	const rest = oddSite();
	const many = Array.from( { length: 120 }, ( _, place ) =>
		someMismatch( {
			product_id: 200 + place,
			product_name: `Листівка ${ place }`,
		} )
	);
	rest.odd.lists = { excluded: many };
	const { user } = await openScreen( rest, `${ HERE }&group=excluded` );
	for ( let page = 1; page < 3; page++ ) {
		await user.click( screen.getByRole( 'button', { name: /next/i } ) );
		await pass( 0.1 );
	}
	await user.click(
		screen.getByRole( 'checkbox', { name: 'All on this page' } )
	);
	// A product that is included again leaves this list at once.
	rest.odd.lists = { excluded: many.slice( 0, 100 ) };
	await user.click( button( 'Sync again' ) );
	await pass( 0.1 );
	expect(
		screen.getByText(
			'20 products are synced again from the next sync on.'
		)
	).toBeVisible();
	expect( screen.queryByText( /Nothing is left/ ) ).toBeNull();
	expect(
		screen.getByRole( 'rowheader', { name: /Листівка 99/ } )
	).toBeVisible();
} );

it( 'excludes the selected products from the sync, and includes them again', async () => {
	const rest = oddSite();
	const { user } = await openScreen( rest, HERE );
	await user.click(
		screen.getByRole( 'checkbox', { name: 'Шапка біла, M' } )
	);
	await user.click( button( 'Leave alone' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( '1 product is left alone from now on.' )
	).toBeVisible();

	await user.click( screen.getByRole( 'link', { name: /Left alone by/ } ) );
	await pass( 0.1 );
	expect( screen.queryByText( /is left alone from now on/ ) ).toBeNull();
	await user.click( screen.getByRole( 'checkbox', { name: 'Листівка' } ) );
	await user.click( button( 'Sync again' ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /unmatched/include' ) ).toHaveLength( 1 );
} );

it( 'says which fixes were made since the last sync', async () => {
	const rest = oddSite();
	rest.odd.lists = {
		not_managed: [ someMismatch( { since: 'switched_on', in_shop: 6 } ) ],
	};
	await openScreen( rest, HERE );
	expect( screen.getByText( 'Stock management is on now.' ) ).toBeVisible();
} );

it.each( [
	[ null, /have not been compared yet/ ],
	[ {}, /Nothing needs attention/ ],
] )(
	'says so if nothing was compared yet, or if there are no mismatches',
	async ( lists, sentence ) => {
		const rest = oddSite();
		rest.odd.lists = lists;
		await openScreen( rest, HERE );
		expect( screen.getByText( sentence ) ).toBeVisible();
	}
);

it( 'says why a fix failed', async () => {
	const rest = oddSite();
	const { user } = await openScreen( rest, HERE );
	rest.refuse(
		'POST /unmatched',
		500,
		'keycrm_stock_unexpected',
		'It broke.'
	);
	await user.click(
		screen.getByRole( 'checkbox', { name: 'Шапка біла, M' } )
	);
	await user.click( button( 'Leave alone' ) );
	await pass( 0.1 );
	expect(
		screen.getByText( 'Not all of them are left alone. It broke.' )
	).toBeVisible();
} );

it( 'the Overview links to the mismatches', async () => {
	const rest = oddSite();
	const run = someRun( {
		counts: someCounts( { not_in_keycrm: 7, failed: 2 } ),
	} );
	rest.current = someCurrent( { run, last_success: run } );
	const { user } = await openScreen( rest );
	await user.click( screen.getByRole( 'link', { name: 'need attention' } ) );
	expect( window.location.search ).toBe(
		'?page=keycrm-stock&tab=out-of-step'
	);
} );
