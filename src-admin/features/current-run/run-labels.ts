import { __, sprintf } from '@wordpress/i18n';
import type { Direction, Outcome, Run } from '../../contract';
import { formatNumber } from '../../lib/format';
import { isPreviewMade } from './run-facts';

/** Labels of the outcomes. */
export const outcomeNames = (): Record< Outcome, string > => ( {
	updated: __( 'Changed', 'stock-sync-for-keycrm' ),
	unchanged: __( 'Already in sync', 'stock-sync-for-keycrm' ),
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

/** Whether a quantity rose or fell. */
export const directionNames = (): Record< Direction, string > => ( {
	up: __( 'Up', 'stock-sync-for-keycrm' ),
	down: __( 'Down', 'stock-sync-for-keycrm' ),
	to_zero: __( 'Down to zero', 'stock-sync-for-keycrm' ),
} );

function syncName( { trigger }: Pick< Run, 'trigger' > ): string {
	switch ( trigger ) {
		case 'person':
			return __( 'Manual sync', 'stock-sync-for-keycrm' );
		case 'schedule':
			return __( 'Automatic sync', 'stock-sync-for-keycrm' );
		case 'tick':
			return __(
				'Sync by your server’s scheduler',
				'stock-sync-for-keycrm'
			);
		case 'cli':
			return __( 'Sync from the command line', 'stock-sync-for-keycrm' );
		case 'webhook':
			return __( 'Changes reported by KeyCRM', 'stock-sync-for-keycrm' );
	}
}

/** Without thousands separators, because it is a name and not a quantity. */
export const runNumber = ( id: number ): string => String( id );

/** "Automatic sync", "Undo of sync 12". */
export function runName( run: Run ): string {
	switch ( run.mode ) {
		case 'preview':
			return __( 'Preview', 'stock-sync-for-keycrm' );
		case 'fill':
			return __( 'KeyCRM filled from the shop', 'stock-sync-for-keycrm' );
		case 'undo':
			return sprintf(
				/* translators: %s: the number of the sync that was taken back. */
				__( 'Undo of sync %s', 'stock-sync-for-keycrm' ),
				runNumber( run.undoes )
			);
		case 'switch_on':
			return __(
				'Stock management switched on',
				'stock-sync-for-keycrm'
			);
		case 'repair':
			return __( 'Stock status repaired', 'stock-sync-for-keycrm' );
		case 'product':
			return __( 'One product synced', 'stock-sync-for-keycrm' );
		case 'refresh':
			return __( 'Changes reported by KeyCRM', 'stock-sync-for-keycrm' );
		case 'sync':
			return syncName( run );
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

/** Number of products that the run changed or would change; "—" if it ended before it wrote anything. */
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
