import { __, _n, sprintf } from '@wordpress/i18n';
import type { Direction, GuardReport, Outcome, Run } from './contract';
import { formatNumber } from './format';
import { isPreviewMade } from './run-facts';

/** What the outcomes are called, in the owner's words. */
export const outcomeNames = (): Record< Outcome, string > => ( {
	updated: __( 'Changed', 'stock-sync-for-keycrm' ),
	unchanged: __( 'Already right', 'stock-sync-for-keycrm' ),
	not_managed: __( 'Stock management is off', 'stock-sync-for-keycrm' ),
	managed_by_parent: __(
		'Stock is kept by the parent product',
		'stock-sync-for-keycrm'
	),
	duplicate_in_shop: __(
		'Same SKU twice in the shop',
		'stock-sync-for-keycrm'
	),
	duplicate_in_keycrm: __(
		'Same SKU twice in KeyCRM',
		'stock-sync-for-keycrm'
	),
	not_in_keycrm: __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
	excluded: __( 'Left alone by you', 'stock-sync-for-keycrm' ),
	failed: __( 'Could not be written', 'stock-sync-for-keycrm' ),
	changed_since: __(
		'Changed since by somebody else',
		'stock-sync-for-keycrm'
	),
} );

/** Which way a number went. */
export const directionNames = (): Record< Direction, string > => ( {
	up: __( 'Up', 'stock-sync-for-keycrm' ),
	down: __( 'Down', 'stock-sync-for-keycrm' ),
	to_zero: __( 'Down to zero', 'stock-sync-for-keycrm' ),
} );

/** What a run is doing now. */
export function phaseName( { phase }: Pick< Run, 'phase' > ): string {
	switch ( phase ) {
		case 'orders':
		case 'recheck':
			return __(
				'Looking up your orders in KeyCRM',
				'stock-sync-for-keycrm'
			);
		case 'read':
			return __( 'Reading stock from KeyCRM', 'stock-sync-for-keycrm' );
		case 'gone':
			return __(
				'Asking KeyCRM for products that its list no longer has',
				'stock-sync-for-keycrm'
			);
		case 'plan':
			return __(
				'Comparing with your products',
				'stock-sync-for-keycrm'
			);
		case 'guard':
			return __(
				'Checking that the numbers make sense',
				'stock-sync-for-keycrm'
			);
		case 'write':
			return __( 'Writing the new numbers', 'stock-sync-for-keycrm' );
		case 'done':
			return __( 'Finishing', 'stock-sync-for-keycrm' );
	}
}

export function triggerName( { trigger }: Pick< Run, 'trigger' > ): string {
	switch ( trigger ) {
		case 'person':
			return __( 'by hand', 'stock-sync-for-keycrm' );
		case 'schedule':
			return __( 'by schedule', 'stock-sync-for-keycrm' );
		case 'tick':
			return __( 'by your server’s scheduler', 'stock-sync-for-keycrm' );
		case 'cli':
			return __( 'from the command line', 'stock-sync-for-keycrm' );
	}
}

/** "Check by schedule", "Undo of run 12". */
export function runName( run: Run ): string {
	switch ( run.mode ) {
		case 'preview':
			return __( 'Preview', 'stock-sync-for-keycrm' );
		case 'undo':
			return sprintf(
				/* translators: %s: the number of the run that was taken back. */
				__( 'Undo of run %s', 'stock-sync-for-keycrm' ),
				formatNumber( run.undoes )
			);
		case 'switch_on':
			return __(
				'Stock management switched on',
				'stock-sync-for-keycrm'
			);
		case 'sync':
			return sprintf(
				/* translators: %s: who started it, e.g. "by hand", "by schedule". */
				__( 'Check %s', 'stock-sync-for-keycrm' ),
				triggerName( run )
			);
	}
}

export function resultName( run: Run ): string {
	switch ( run.status ) {
		case 'running':
			return __( 'Running', 'stock-sync-for-keycrm' );
		case 'waiting':
			return __( 'Waiting', 'stock-sync-for-keycrm' );
		case 'needs_confirmation':
			return __( 'Needs your decision', 'stock-sync-for-keycrm' );
		case 'succeeded':
			return __( 'Finished', 'stock-sync-for-keycrm' );
		case 'failed':
			return __( 'Failed', 'stock-sync-for-keycrm' );
		case 'cancelled':
			return __( 'Cancelled', 'stock-sync-for-keycrm' );
	}
}

/** How many products a run has changed, or would; of one that broke off before writing nothing is said. */
export function changedName( run: Run ): string {
	const count = formatNumber( run.counts.updated );
	if ( isPreviewMade( run ) || 'needs_confirmation' === run.status ) {
		return sprintf(
			/* translators: %s: how many products would change. */
			__( '%s planned', 'stock-sync-for-keycrm' ),
			count
		);
	}
	return 'write' === run.phase || 'done' === run.phase ? count : '—';
}

type Reason = GuardReport[ 'reasons' ][ number ];

function guardSentence( reason: Reason, guard: GuardReport ): string {
	switch ( reason ) {
		case 'zeroed':
			return sprintf(
				/* translators: 1: how many products would be sold out, 2: how many are in stock now. */
				_n(
					'%1$s of %2$s product in stock would become 0.',
					'%1$s of %2$s products in stock would become 0.',
					guard.in_stock,
					'stock-sync-for-keycrm'
				),
				formatNumber( guard.zeroed ),
				formatNumber( guard.in_stock )
			);
		case 'drop':
			return sprintf(
				/* translators: 1: pieces in stock now, 2: pieces in stock afterwards. */
				__(
					'All pieces in stock together would fall from %1$s to %2$s.',
					'stock-sync-for-keycrm'
				),
				formatNumber( guard.units_before ),
				formatNumber( guard.units_after )
			);
		case 'unmatched':
			return sprintf(
				/* translators: 1: products found in KeyCRM now, 2: products that have an SKU, 3: products found last time. */
				__(
					'Only %1$s of %2$s products with an SKU were found in KeyCRM; last time it was %3$s.',
					'stock-sync-for-keycrm'
				),
				formatNumber( guard.matched ),
				formatNumber( guard.listed ),
				formatNumber( guard.matched_before )
			);
	}
}

/** What the guard stopped at, one sentence for each limit, in numbers. */
export const guardSentences = ( guard: GuardReport ): string[] =>
	guard.reasons.map( ( reason ) => guardSentence( reason, guard ) );
