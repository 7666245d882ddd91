/** What each way of dealing with orders that KeyCRM does not count yet is called, and what it means now. */
import { __, sprintf } from '@wordpress/i18n';
import type { HoldMode, HoldOrders } from './contract';

/** The ways a person can choose; `detect` is `off` until an order of the shop has been seen in KeyCRM. */
export type HoldChoice = HoldMode | 'detect';

export const HOLD_CHOICES: readonly HoldChoice[] = [
	'detect',
	'keycrm_orders',
	'plugin_marks',
	'statuses',
	'filter',
	'off',
];

export const choiceOf = ( { mode, detect }: HoldOrders ): HoldChoice =>
	'off' === mode && detect ? 'detect' : mode;

export function holdLabel( choice: HoldChoice ): string {
	switch ( choice ) {
		case 'detect':
			return __(
				'Find out by itself: ask KeyCRM as soon as an order of this shop is seen there',
				'stock-sync-for-keycrm'
			);
		case 'keycrm_orders':
			return __(
				'Ask KeyCRM about each order (exact)',
				'stock-sync-for-keycrm'
			);
		case 'plugin_marks':
			return __(
				'Go by the mark that KeyCRM’s own plugin leaves on an order',
				'stock-sync-for-keycrm'
			);
		case 'statuses':
			return __(
				'Go by the order’s status in the shop',
				'stock-sync-for-keycrm'
			);
		case 'filter':
			return __(
				'Another program on this site says so',
				'stock-sync-for-keycrm'
			);
		case 'off':
			return __( 'Do not subtract any orders', 'stock-sync-for-keycrm' );
	}
}

/** What the choice does, and what it leaves open. */
export function holdMeaning( hold: HoldOrders ): string {
	switch ( choiceOf( hold ) ) {
		case 'detect':
			return __(
				'No order of this shop has been seen in KeyCRM yet, so none is subtracted. If orders do reach KeyCRM later, a sold piece is for sale again from the next check until KeyCRM has counted it.',
				'stock-sync-for-keycrm'
			);
		case 'keycrm_orders':
			return __(
				'Before and after each reading KeyCRM is asked which lines it has reserved or written off. A line is subtracted until then: at worst there is too little for one check, never too much. Costs two requests a check.',
				'stock-sync-for-keycrm'
			);
		case 'plugin_marks':
			return __(
				'An order is subtracted until KeyCRM’s plugin has sent it, and for the time below. Nobody asks whether KeyCRM has really reserved it.',
				'stock-sync-for-keycrm'
			);
		case 'statuses':
			return sprintf(
				/* translators: %s: statuses, separated by commas. */
				__(
					'An order is subtracted while its status is one of: %s. In any other status it is taken for counted in KeyCRM.',
					'stock-sync-for-keycrm'
				),
				hold.statuses.join( ', ' )
			);
		case 'filter':
			return __(
				'An order is subtracted until a program answers the filter keycrm_stock_counted_orders for it.',
				'stock-sync-for-keycrm'
			);
		case 'off':
			return __(
				'A piece that was just sold is for sale again from the next check until KeyCRM has reserved it or written it off. Right only where KeyCRM counts an order at once, or where the shop takes no orders.',
				'stock-sync-for-keycrm'
			);
	}
}
