import { __, _n, sprintf } from '@wordpress/i18n';
import type { OrdersState } from '../../contract';
import { formatNumber, formatTime } from '../../lib/format';

/** What the owner should say about orders, and what the missing answer costs; '' if nothing is asked. */
export function orderQuestionSentence( {
	question,
	subtracted,
	days,
}: OrdersState ): string {
	if ( 'none' === question ) {
		return '';
	}
	const unknown =
		'how' === question
			? __(
					'Nobody has said how this shop’s orders get into KeyCRM.',
					'stock-sync-for-keycrm'
			  )
			: __(
					'This shop’s orders could be in more than one sales channel of KeyCRM, and only you know which is the right one.',
					'stock-sync-for-keycrm'
			  );
	const consequence =
		'none' === subtracted
			? __(
					'Until then a unit that is sold here goes back on sale with the next sync, and can be sold twice.',
					'stock-sync-for-keycrm'
			  )
			: sprintf(
					/* translators: %s: a number of days. */
					_n(
						'Until then each order of the last %s day is subtracted from the stock quantity, even if KeyCRM has counted it: nothing is sold twice, but a product may look sold out too early.',
						'Until then each order of the last %s days is subtracted from the stock quantity, even if KeyCRM has counted it: nothing is sold twice, but a product may look sold out too early.',
						days,
						'stock-sync-for-keycrm'
					),
					formatNumber( days )
			  );
	return `${ unknown } ${ consequence }`;
}

/** Says that KeyCRM's orders cannot be read, and what follows; '' if they can. */
export function ordersUnreadSentence(
	{ unread_since: unreadSince }: OrdersState,
	nowMs: number
): string {
	return null === unreadSince
		? ''
		: sprintf(
				/* translators: %s: a date and time. */
				__(
					'KeyCRM’s orders could not be read since %s. Until they can, the stock quantity of a product with recent orders may fall and does not rise. Check in KeyCRM that the API key may read orders.',
					'stock-sync-for-keycrm'
				),
				formatTime( unreadSince, nowMs )
		  );
}

/** Which orders the sync subtracts with the saved answer. */
export function subtractedSentence( {
	subtracted,
	days,
}: OrdersState ): string {
	if ( 'none' === subtracted ) {
		return __( 'No order is subtracted.', 'stock-sync-for-keycrm' );
	}
	const sentence =
		'all' === subtracted
			? /* translators: %s: a number of days. */
			  _n(
					'Each order of the last %s day stays subtracted from the stock quantity.',
					'Each order of the last %s days stays subtracted from the stock quantity.',
					days,
					'stock-sync-for-keycrm'
			  )
			: /* translators: %s: a number of days. */
			  _n(
					'Orders of the last %s day that KeyCRM does not count yet are subtracted from the stock quantity.',
					'Orders of the last %s days that KeyCRM does not count yet are subtracted from the stock quantity.',
					days,
					'stock-sync-for-keycrm'
			  );
	return sprintf( sentence, formatNumber( days ) );
}

/** The same for `keycrm_orders` before the first order of the shop was found in KeyCRM. */
export const subtractedUntilFoundSentence = ( { days }: OrdersState ): string =>
	sprintf(
		/* translators: %s: a number of days. */
		_n(
			'Until the sync has found them there, each order of the last %s day stays subtracted from the stock quantity.',
			'Until the sync has found them there, each order of the last %s days stays subtracted from the stock quantity.',
			days,
			'stock-sync-for-keycrm'
		),
		formatNumber( days )
	);

/** Says in which source of KeyCRM the shop's orders were found. */
export const sourceFoundSentence = ( name: string ): string =>
	sprintf(
		/* translators: %s: the name of a sales channel ("source") in KeyCRM. */
		__(
			'Orders of this shop were found in KeyCRM, under the source “%s”.',
			'stock-sync-for-keycrm'
		),
		name
	);
