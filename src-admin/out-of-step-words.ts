import { __, _n, sprintf } from '@wordpress/i18n';
import type { Fix, Mismatch, MismatchGroup } from './contract';
import type { FixAction } from './api-out-of-step';
import { formatNumber } from './format';

export const groupNames = (): Record< MismatchGroup, string > => ( {
	near_miss: __( 'SKUs that almost agree', 'stock-sync-for-keycrm' ),
	wrong_status: __(
		'Stock status does not fit the stock quantity',
		'stock-sync-for-keycrm'
	),
	not_in_keycrm: __( 'Not in KeyCRM', 'stock-sync-for-keycrm' ),
	only_in_keycrm: __( 'Only in KeyCRM', 'stock-sync-for-keycrm' ),
	duplicate_in_shop: __(
		'Same SKU twice in the shop',
		'stock-sync-for-keycrm'
	),
	duplicate_in_keycrm: __(
		'Same SKU twice in KeyCRM',
		'stock-sync-for-keycrm'
	),
	no_sku: __( 'Without SKU in the shop', 'stock-sync-for-keycrm' ),
	no_sku_in_keycrm: __( 'Without SKU in KeyCRM', 'stock-sync-for-keycrm' ),
	not_managed: __( 'Stock management is off', 'stock-sync-for-keycrm' ),
	managed_by_parent: __(
		'Stock is kept by the parent product',
		'stock-sync-for-keycrm'
	),
	excluded: __( 'Left alone by you', 'stock-sync-for-keycrm' ),
} );

/** What it means, and what to do. */
export const groupAdvice = (): Record< MismatchGroup, string > => ( {
	near_miss: __(
		'These are probably the same products, but their SKUs are not spelled exactly alike, so their stock is not taken over. Copy the SKU from one side to the other.',
		'stock-sync-for-keycrm'
	),
	wrong_status: __(
		'Their stock quantity is right, but WooCommerce gives it another stock status: what is there may be impossible to buy, or what is sold out may be on sale. Repair the stock status; the stock quantity stays.',
		'stock-sync-for-keycrm'
	),
	not_in_keycrm: __(
		'KeyCRM has no product with the SKU of these, so their number in the shop stays as it is. Write KeyCRM’s SKU into the product, add it in KeyCRM, or leave it alone.',
		'stock-sync-for-keycrm'
	),
	only_in_keycrm: __(
		'No product of the shop has the SKU of these, so they are not sold here. Add them to the shop if they should be.',
		'stock-sync-for-keycrm'
	),
	duplicate_in_shop: __(
		'Several products share an SKU, so it is not clear which one KeyCRM means, and none is changed. Give each its own.',
		'stock-sync-for-keycrm'
	),
	duplicate_in_keycrm: __(
		'KeyCRM has several products with one SKU, so it is not clear whose number counts, and nothing is changed. Give each its own in KeyCRM.',
		'stock-sync-for-keycrm'
	),
	no_sku: __(
		'These have no SKU to be found by, so their number stays as it is. Enter KeyCRM’s SKU, or leave them alone.',
		'stock-sync-for-keycrm'
	),
	no_sku_in_keycrm: __(
		'These products in KeyCRM have no SKU, so no product of the shop can be matched with them. Look for products without SKU in KeyCRM; its list does not tell their names.',
		'stock-sync-for-keycrm'
	),
	not_managed: __(
		'KeyCRM knows these, but WooCommerce keeps no stock quantity for them. Switch their stock management on: each gets KeyCRM’s stock quantity at once, and one with 0 is sold out then. Where that cannot be done, the list says why.',
		'stock-sync-for-keycrm'
	),
	managed_by_parent: __(
		'These variations share one number with their product. Switch stock management on for the variation, or give the product itself KeyCRM’s SKU.',
		'stock-sync-for-keycrm'
	),
	excluded: __(
		'You want these left alone, so KeyCRM’s numbers are not taken over. Products in a category that is left alone are not listed.',
		'stock-sync-for-keycrm'
	),
} );

/** What has been done about a product since the list was made; empty where nothing was. */
export function sinceWords( { since }: Mismatch ): string {
	switch ( since ) {
		case '':
			return '';
		case 'deleted':
			return __( 'Deleted since.', 'stock-sync-for-keycrm' );
		case 'left_alone':
			return __( 'Left alone from now on.', 'stock-sync-for-keycrm' );
		case 'new_sku':
			return __(
				'Has another SKU now; the next check looks for it.',
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

/** What was asked for in vain. Some of it may have been done before the failure; the list says which. */
export function notFixed( action: FixAction ): string {
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

/** What has been done, in numbers; empty where nothing could be. */
export function doneWords( action: FixAction, { done }: Fix ): string {
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
					'%s product is synced again from the next check on.',
					'%s products are synced again from the next check on.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
			);
	}
}
