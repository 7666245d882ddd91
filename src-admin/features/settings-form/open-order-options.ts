import { __ } from '@wordpress/i18n';
import type { HoldMode } from '../../contract';

interface OpenOrderOption {
	value: HoldMode;
	label: string;
	about: string;
}

/** The modes, the best first. */
export const openOrderOptions = (): OpenOrderOption[] => [
	{
		value: 'keycrm_orders',
		label: __( 'Ask KeyCRM (recommended)', 'stock-sync-for-keycrm' ),
		about: __(
			'Each sync looks the shop’s recent orders up in KeyCRM. Their units stay subtracted until KeyCRM has reserved them or written them off. This is the exact way.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'plugin_marks',
		label: __(
			'Go by the mark of KeyCRM’s own plugin',
			'stock-sync-for-keycrm'
		),
		about: __(
			'That plugin marks every order that it has sent to KeyCRM. Some time after that KeyCRM is taken to count the order. It costs no requests, but nobody checks that KeyCRM really reserved the units.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'statuses',
		label: __( 'Go by the status in WooCommerce', 'stock-sync-for-keycrm' ),
		about: __(
			'Units of orders in the statuses you tick are subtracted; in every other status KeyCRM is taken to count the order.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'not_sent',
		label: __(
			'Orders of this shop do not get into KeyCRM',
			'stock-sync-for-keycrm'
		),
		about: __(
			'Every order stays subtracted up to the age limit below. Correct KeyCRM’s stock before an order is older than that, or its units go back on sale.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'auto',
		label: __(
			'Find out, and subtract every order until then',
			'stock-sync-for-keycrm'
		),
		about: __(
			'The sync looks for this shop’s orders in KeyCRM a few times a day. Once it has found them it asks KeyCRM about each; until then every order up to the age limit stays subtracted, so that nothing is sold twice.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'filter',
		label: __( 'Ask another plugin', 'stock-sync-for-keycrm' ),
		about: __(
			'For shops whose developer has connected another program: it names the orders that KeyCRM counts (filter keycrm_stock_counted_orders). While nobody answers, every order stays subtracted up to the age limit.',
			'stock-sync-for-keycrm'
		),
	},
	{
		value: 'off',
		label: __( 'Subtract no orders', 'stock-sync-for-keycrm' ),
		about: __(
			'A unit just sold here goes back on sale with the next sync, until KeyCRM counts the order, and can be sold twice.',
			'stock-sync-for-keycrm'
		),
	},
];

/** The option of one mode. */
export function openOrderOption( mode: HoldMode ): OpenOrderOption {
	const found = openOrderOptions().find( ( { value } ) => value === mode );
	if ( ! found ) {
		throw new Error( `There are no words for ${ mode }.` );
	}
	return found;
}

/**
 * The answers to the set-up's question how orders get into KeyCRM, each with its mode. If the saved mode belongs to
 * none of them, it is added, so that it can be kept.
 */
export function orderAnswers( chosen: HoldMode ): OpenOrderOption[] {
	const answers: OpenOrderOption[] = [
		{
			...openOrderOption( 'keycrm_orders' ),
			label: __(
				'KeyCRM’s plugin or another integration sends them',
				'stock-sync-for-keycrm'
			),
		},
		{
			...openOrderOption( 'statuses' ),
			label: __( 'Somebody types them in', 'stock-sync-for-keycrm' ),
		},
		{
			...openOrderOption( 'not_sent' ),
			label: __( 'Not at all', 'stock-sync-for-keycrm' ),
		},
	];
	const isOther =
		'auto' !== chosen &&
		! answers.some( ( { value } ) => value === chosen );
	return isOther ? [ ...answers, openOrderOption( chosen ) ] : answers;
}
