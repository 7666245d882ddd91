import { __, _n, sprintf } from '@wordpress/i18n';
import type { Fix, Mismatch } from '../../contract';
import type { FixAction } from '../../api/mismatches';
import { formatNumber } from '../../lib/format';

/** What was done about the product since the last comparison, or empty. */
export function sinceLabel( { since }: Mismatch ): string {
	switch ( since ) {
		case '':
			return '';
		case 'deleted':
			return __( 'Deleted since.', 'stock-sync-for-keycrm' );
		case 'left_alone':
			return __( 'Left alone from now on.', 'stock-sync-for-keycrm' );
		case 'new_sku':
			return __(
				'Has another SKU now; the next sync looks for it.',
				'stock-sync-for-keycrm'
			);
		case 'switched_on':
			return __( 'Stock management is on now.', 'stock-sync-for-keycrm' );
		case 'repaired':
			return __( 'The stock status fits now.', 'stock-sync-for-keycrm' );
	}
}

export function actionName( action: FixAction ): string {
	switch ( action ) {
		case 'switch-on':
			return __( 'Switch stock management on', 'stock-sync-for-keycrm' );
		case 'repair-status':
			return __( 'Repair the stock status', 'stock-sync-for-keycrm' );
		case 'leave-alone':
			return __( 'Leave alone', 'stock-sync-for-keycrm' );
		case 'include':
			return __( 'Sync again', 'stock-sync-for-keycrm' );
	}
}

/** For a failed request. Some products may have been fixed before it failed. */
export function fixFailedSentence( action: FixAction ): string {
	switch ( action ) {
		case 'switch-on':
			return __(
				'Stock management was not switched on for all of them.',
				'stock-sync-for-keycrm'
			);
		case 'repair-status':
			return __(
				'The stock status was not repaired for all of them.',
				'stock-sync-for-keycrm'
			);
		case 'leave-alone':
			return __(
				'Not all of them are left alone.',
				'stock-sync-for-keycrm'
			);
		case 'include':
			return __(
				'Not all of them are synced again.',
				'stock-sync-for-keycrm'
			);
	}
}

/** How many products were fixed; empty for none. */
export function fixedSentence( action: FixAction, { done }: Fix ): string {
	const count = done.length;
	if ( 0 === count ) {
		return '';
	}
	switch ( action ) {
		case 'switch-on':
			return sprintf(
				/* translators: %s: how many products. */
				_n(
					'Stock management is on for %s product, with KeyCRM’s number.',
					'Stock management is on for %s products, with KeyCRM’s numbers.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
			);
		case 'repair-status':
			return sprintf(
				/* translators: %s: how many products. */
				_n(
					'The stock status of %s product fits its stock quantity now.',
					'The stock status of %s products fits their stock quantity now.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
			);
		case 'leave-alone':
			return sprintf(
				/* translators: %s: how many products. */
				_n(
					'%s product is left alone from now on.',
					'%s products are left alone from now on.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
			);
		case 'include':
			return sprintf(
				/* translators: %s: how many products. */
				_n(
					'%s product is synced again from the next sync on.',
					'%s products are synced again from the next sync on.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
			);
	}
}
