/** The Overview in every state of the table that the PHP tests use as well. */
import { screen, within } from '@testing-library/react';
import type { FactAction } from '../../../src-admin/contract';
import { FACTS_TABLE, type FactsCase } from '../../support/facts-table';
import { FakeRest } from '../support/fake-rest';
import {
	at,
	failedRun,
	runningRun,
	someCurrent,
	someFacts,
	somePreview,
	someRun,
	stoppedRun,
} from '../support/sample-runs';
import { openScreen } from '../support/screen';

/** The run that the state is about. */
function runOf( { state, runs }: FactsCase ) {
	const last = runs.at( -1 );
	if ( undefined === last ) {
		return null;
	}
	switch ( last.status ) {
		case 'running':
			return runningRun();
		case 'needs_confirmation':
			return stoppedRun();
		case 'failed':
			return failedRun();
		case 'cancelled':
			return someRun( { status: 'cancelled', phase: last.phase } );
		case 'succeeded':
			return 'preview' === last.mode
				? somePreview( {
						fresh: 'previewed' === state,
						counts: { ...somePreview().counts, ...last.counts },
				  } )
				: someRun( { mode: last.mode } );
	}
}

function siteThatStands( one: FactsCase ) {
	const rest = new FakeRest();
	rest.current = someCurrent( { run: runOf( one ) } );
	const facts = someFacts();
	const [ coverage, freshness, automation ] = [
		one.coverage,
		one.freshness,
		one.automation,
	];
	rest.facts = {
		...facts,
		headline: { state: one.state, tone: one.tone, text: one.text },
		explanation: one.explanation,
		coverage: {
			...facts.coverage,
			state: coverage[ 0 ],
			text: coverage[ 1 ],
		},
		freshness: {
			...facts.freshness,
			state: freshness[ 0 ],
			text: freshness[ 1 ],
			synced_at: at( -240 ),
		},
		automation: {
			...facts.automation,
			state: automation[ 0 ],
			text: automation[ 1 ],
		},
		actions: one.actions,
	};
	return rest;
}

const NAMES: Record< FactAction, RegExp > = {
	sync: /^Sync now$/,
	preview: /^Show me what would change$/,
	apply: /^Apply to \d+ products?$/,
	confirm: /^Set \d+ products? to 0$/,
	discard: /^Keep current stock$/,
	show_changes: /^Show the products$/,
	show_mismatches: /^Compare the SKUs$/,
	enter_key: /^Enter the key$/,
	open_inventory: /^Open WooCommerce’s settings$/,
};

describe.each( FACTS_TABLE )( '$name: $state', ( one ) => {
	it( 'shows the headline, the three facts, the explanation and the actions', async () => {
		await openScreen( siteThatStands( one ) );
		expect(
			screen.getByRole( 'heading', { name: one.text } )
		).toBeVisible();
		const facts = within(
			screen.getByRole( 'list', { name: 'How the sync stands' } )
		)
			.getAllByRole( 'listitem' )
			.map( ( { textContent } ) => textContent.trim() );
		expect( facts ).toHaveLength( 3 );
		[ one.coverage, one.freshness, one.automation ].forEach(
			( [ , text ], place ) =>
				expect( facts[ place ] ).toMatch(
					new RegExp(
						`^${ text.replace(
							/[.()]/g,
							'\\$&'
						) }( Switch automatic sync on)?$`
					)
				)
		);
		for ( const sentence of one.explanation ) {
			expect( screen.getByText( sentence ) ).toBeVisible();
		}
		for ( const [ action, name ] of Object.entries( NAMES ) ) {
			const shown = [
				...screen.queryAllByRole( 'button', { name } ),
				...screen.queryAllByRole( 'link', { name } ),
			];
			expect( [ action, shown.length ] ).toEqual( [
				action,
				one.actions.some( ( wanted ) => wanted === action ) ? 1 : 0,
			] );
		}
	} );
} );

it( 'puts the recommended action first, and offers no destructive action', async () => {
	for ( const one of FACTS_TABLE ) {
		const { unmount } = await openScreen( siteThatStands( one ) );
		const primary = [ ...document.querySelectorAll( '.is-primary' ) ].map(
			( { textContent } ) => textContent
		);
		const [ first ] = one.actions;
		expect( primary ).toHaveLength( first ? 1 : 0 );
		if ( first ) {
			expect( primary[ 0 ] ).toMatch( NAMES[ first ] );
		}
		expect( primary.join() ).not.toMatch( NAMES.confirm );
		unmount();
	}
} );
