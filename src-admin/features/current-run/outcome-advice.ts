import { __ } from '@wordpress/i18n';
import type { Outcome } from '../../contract';

/** What each outcome means and what to do about it. */
export const outcomeAdvice = (): [ Outcome, string ][] => [
	[
		'updated',
		__( 'The number differed and was put right.', 'stock-sync-for-keycrm' ),
	],
	[
		'unchanged',
		__(
			'The number was right; the product was not touched.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'not_in_keycrm',
		__(
			'KeyCRM has no product with this SKU, or the product here has none. Write the same SKU on both sides.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'duplicate_in_shop',
		__(
			'Several products here have this SKU, so it is not clear which one is meant. Give each its own.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'duplicate_in_keycrm',
		__(
			'Several products in KeyCRM have this SKU, so it is not clear whose number counts. Give each its own there.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'not_managed',
		__(
			'WooCommerce keeps no stock quantity for this product. Switch “Stock management” on in the product, or choose in Settings → Products that the plugin does. Variable, grouped and external products are never switched on by the plugin; the list says what to do about each.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'managed_by_parent',
		__(
			'The variation shares the stock of its parent product. Switch stock management on for the variation if it has its own number in KeyCRM.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'excluded',
		__(
			'You asked for this product to be left alone.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'changed_since',
		__(
			'Only when a run is undone: somebody else has given the product another number since, so it was left.',
			'stock-sync-for-keycrm'
		),
	],
	[
		'failed',
		__(
			'WooCommerce did not take the number. It is tried again at the next sync; the list says why it failed.',
			'stock-sync-for-keycrm'
		),
	],
];
