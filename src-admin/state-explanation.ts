import { __, sprintf } from '@wordpress/i18n';
import type { Run } from './contract';
import { formatTime } from './format';
import type { OverviewState } from './overview-state';
import type { Moment } from './state-words';
import { guardSentences } from './words';

/** What a run that did not finish has left behind. */
function leftBehind( run: Run, { last_success, now_ms }: Moment ): string {
	if ( 'write' === run.phase ) {
		return __(
			'Some products may have their new number already; the next check puts the rest right.',
			'stock-sync-for-keycrm'
		);
	}
	if ( null === last_success ) {
		return __(
			'Nothing in the shop has been changed.',
			'stock-sync-for-keycrm'
		);
	}
	return sprintf(
		/* translators: %s: a time, e.g. "14:05". */
		__( 'Stock in the shop is as it was at %s.', 'stock-sync-for-keycrm' ),
		formatTime(
			last_success.finished_at ?? last_success.started_at,
			now_ms
		)
	);
}

/** What it means, and what to do: the sentences under the first line. */
export function explanation( state: OverviewState, moment: Moment ): string[] {
	switch ( state.kind ) {
		case 'shop_off':
			return [
				__(
					'Switch on “Enable stock management” in WooCommerce → Settings → Products → Inventory.',
					'stock-sync-for-keycrm'
				),
			];
		case 'no_key':
			return [
				__(
					'It may have been removed, or your site was moved and can no longer read it.',
					'stock-sync-for-keycrm'
				),
			];
		case 'decision':
			return [
				...( state.run.guard
					? guardSentences( state.run.guard ).slice( 1 )
					: [] ),
				__(
					'That can be right after a stock-taking, or a mistake in KeyCRM.',
					'stock-sync-for-keycrm'
				),
				...( state.run.fresh
					? []
					: [
							__(
								'These numbers are no longer new: if you go on, KeyCRM is read again first, and you are asked again if more would be lost.',
								'stock-sync-for-keycrm'
							),
					  ] ),
			];
		case 'failed':
			// The server's message says what it means for the shop.
			return [ state.run.error?.hint ?? '' ].filter( Boolean );
		case 'previewed':
			return state.run.guard ? guardSentences( state.run.guard ) : [];
		case 'undone':
			return [
				__(
					'So the shop no longer has KeyCRM’s numbers. Put them right there; the next check brings them.',
					'stock-sync-for-keycrm'
				),
			];
		case 'cancelled':
			return [
				state.run.error?.message ?? '',
				leftBehind( state.run, moment ),
			].filter( Boolean );
		case 'active':
		case 'never':
		case 'overdue':
		case 'paused':
		case 'partly':
		case 'right':
			return [];
	}
}
