import { screen, within } from '@testing-library/react';
import { FakeRest } from '../support/fake-rest';
import { someMismatch } from '../support/fake-mismatches';
import { openScreen, pass } from '../support/screen';
import {
	runningRun,
	someCounts,
	someCurrent,
	someRun,
	stoppedRun,
} from '../support/sample-runs';
import { someChange } from '../support/samples';

const HERE = '&tab=out-of-step';

const SENTENCES = [
	'4 products would be created in the shop, as drafts.',
	'Shoppers do not see a draft.',
];

const PLAN = {
	mode: 'create_in_shop' as const,
	lane: 'create' as const,
	counts: someCounts( { updated: 0, created: 4, failed: 1 } ),
	fresh: true,
};

function oddSite() {
	const rest = new FakeRest();
	const product = { product_id: 0, product_name: '', edit_url: '', sku: '' };
	rest.odd.lists = {
		not_in_keycrm: [ someMismatch() ],
		only_in_keycrm: [
			someMismatch( {
				...product,
				in_shop: null,
				in_keycrm: [ { sku: 'WRAP-01', quantity: 240 } ],
			} ),
		],
		no_sku: [ someMismatch( { sku: '' } ) ],
	};
	rest.started = ( mode ) => runningRun( { id: 9, mode, lane: 'create' } );
	rest.changes = [
		someChange( {
			...product,
			run_id: 9,
			product_name: 'Папір',
			sku: 'WRAP-01',
			before: null,
			after: null,
			parts: null,
			outcome: 'created',
			written_at: null,
			creation: [ { label: 'Barcode', value: '4820000000024' } ],
		} ),
	];
	return rest;
}

const guardOf = ( { guard } = stoppedRun() ) =>
	guard && { ...guard, reasons: [], sentences: SENTENCES };

it.each( [
	[ 'not_in_keycrm', 'Create these in KeyCRM …', 'create_in_keycrm' ],
	[ 'only_in_keycrm', 'Create drafts of these …', 'create_in_shop' ],
] )( 'offers in %s to create what is missing', async ( group, label, mode ) => {
	const rest = oddSite();
	const { user } = await openScreen( rest, `${ HERE }&group=${ group }` );
	await user.click( screen.getByRole( 'button', { name: label } ) );
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs' )[ 0 ] ).toMatchObject( {
		body: { mode },
	} );
	expect( window.location.search ).toContain( 'tab=changes' );
	expect( window.location.search ).toMatch( /run=\d+/ );
	expect( screen.getByRole( 'progressbar' ) ).toBeVisible();
} );

it( 'offers it in no other group', async () => {
	await openScreen( oddSite(), `${ HERE }&group=no_sku` );
	expect( screen.queryByRole( 'button', { name: /Create/ } ) ).toBeNull();
} );

it( 'says why nothing was started', async () => {
	const rest = oddSite();
	const { user } = await openScreen( rest, `${ HERE }&group=only_in_keycrm` );
	rest.refuse(
		'POST /runs',
		422,
		'keycrm_stock_no_drafts',
		'The shop leads.'
	);
	await user.click( screen.getByRole( 'button', { name: /Create drafts/ } ) );
	await pass( 0.1 );
	expect( screen.getByText( /Nothing was created/ ) ).toBeVisible();
	expect( window.location.search ).toContain( 'tab=out-of-step' );
} );

it( 'shows the list beside a newer sync, and has it created when a person says so', async () => {
	const rest = oddSite();
	rest.history = [ someRun(), stoppedRun( { ...PLAN, guard: guardOf() } ) ];
	rest.current = someCurrent( { run: someRun( { id: 12 } ) } );
	const { user } = await openScreen( rest, '&tab=changes&run=9' );
	await pass( 0.1 );
	for ( const sentence of SENTENCES ) {
		// It is no warning.
		expect( screen.getByText( sentence ) ).not.toHaveClass( 'is-bad' );
	}
	const row = screen.getByRole( 'row', { name: /WRAP-01/ } );
	expect( row ).toHaveTextContent( 'Would be created' );
	expect( row ).toHaveTextContent( 'Barcode: 4820000000024' );
	// There is no product yet of which to see the history.
	expect( within( row ).queryByRole( 'button' ) ).toBeNull();
	await user.click(
		screen.getByRole( 'button', { name: 'Create drafts of 4 products' } )
	);
	await pass( 0.1 );
	expect( rest.askedFor( 'POST /runs/9/confirm' ) ).toHaveLength( 1 );
} );
