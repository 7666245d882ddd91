import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from './contract';
import { formatDuration, formatNumber } from './format';
import type { OverviewState } from './overview-state';
import { needLook } from './run-facts';
import { guardSentences, phaseName } from './words';

export interface Moment {
	now_ms: number;
	last_success: Run | null;
	overdue_seconds: number;
}

function previewed( run: Run ): string {
	if ( 0 === run.counts.updated ) {
		return __(
			'Your stock matches KeyCRM: nothing would change.',
			'stock-sync-for-keycrm'
		);
	}
	return sprintf(
		/* translators: %s: how many products. */
		_n(
			'%s product differs from KeyCRM. Nothing has been changed yet.',
			'%s products differ from KeyCRM. Nothing has been changed yet.',
			run.counts.updated,
			'stock-sync-for-keycrm'
		),
		formatNumber( run.counts.updated )
	);
}

function undone( run: Run ): string {
	return sprintf(
		/* translators: %s: how many products. */
		_n(
			'An earlier run was undone: %s product has its old number again.',
			'An earlier run was undone: %s products have their old number again.',
			run.counts.updated,
			'stock-sync-for-keycrm'
		),
		formatNumber( run.counts.updated )
	);
}

function partly( run: Run ): string {
	const count = needLook( run.counts );
	return sprintf(
		/* translators: %s: how many products. */
		_n(
			'Your stock matches KeyCRM, except for %s product that needs a look.',
			'Your stock matches KeyCRM, except for %s products that need a look.',
			count,
			'stock-sync-for-keycrm'
		),
		formatNumber( count )
	);
}

function decision( run: Run ): string {
	const [ first ] = run.guard ? guardSentences( run.guard ) : [];
	return first
		? sprintf(
				/* translators: %s: what would be lost, a whole sentence in numbers. */
				__(
					'Stopped before changing anything: %s',
					'stock-sync-for-keycrm'
				),
				first
		  )
		: __( 'Stopped before changing anything.', 'stock-sync-for-keycrm' );
}

function activity( { mode }: Run ): string {
	switch ( mode ) {
		case 'preview':
			return __(
				'Looking at what would change. Nothing is written.',
				'stock-sync-for-keycrm'
			);
		case 'undo':
			return __(
				'An earlier run is being undone.',
				'stock-sync-for-keycrm'
			);
		case 'switch_on':
			return __(
				'Stock management is being switched on.',
				'stock-sync-for-keycrm'
			);
		case 'sync':
			return __(
				'Your stock is being checked against KeyCRM.',
				'stock-sync-for-keycrm'
			);
	}
}

/** One sentence that answers "is my stock right?". */
export function headline( state: OverviewState, moment: Moment ): string {
	switch ( state.kind ) {
		case 'active':
			return activity( state.run );
		case 'shop_off':
			return __(
				'No stock can be written: WooCommerce’s own stock management is switched off.',
				'stock-sync-for-keycrm'
			);
		case 'no_key':
			return __(
				'Your stock is not kept right: there is no KeyCRM API key.',
				'stock-sync-for-keycrm'
			);
		case 'decision':
			return decision( state.run );
		case 'failed':
			return (
				state.run.error?.message ??
				__( 'The last check failed.', 'stock-sync-for-keycrm' )
			);
		case 'cancelled':
			return __(
				'The last check was cancelled.',
				'stock-sync-for-keycrm'
			);
		case 'previewed':
			return previewed( state.run );
		case 'undone':
			return undone( state.run );
		case 'never':
			return __(
				'Your stock has not been checked against KeyCRM yet.',
				'stock-sync-for-keycrm'
			);
		case 'overdue':
			return sprintf(
				/* translators: %s: a duration, e.g. "3 hours". */
				__(
					'Your stock may be out of date: the check is %s late.',
					'stock-sync-for-keycrm'
				),
				formatDuration( moment.overdue_seconds )
			);
		case 'paused':
			return __(
				'Your stock matched KeyCRM at the last check. Automatic checks are off.',
				'stock-sync-for-keycrm'
			);
		case 'partly':
			return partly( state.checked );
		case 'right':
			return __( 'Your stock matches KeyCRM.', 'stock-sync-for-keycrm' );
	}
}

/** What a screen reader is told when it changes; without anything that changes every second. */
export function announcement( state: OverviewState, moment: Moment ): string {
	if ( 'active' !== state.kind ) {
		return headline( state, moment );
	}
	return 'waiting' === state.run.status
		? __( 'Waiting for KeyCRM', 'stock-sync-for-keycrm' )
		: phaseName( state.run );
}
