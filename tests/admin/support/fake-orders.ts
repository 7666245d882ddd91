import type { HoldOrders, OrdersState } from '../../../src-admin/contract';

/** What syncs know about the shop's orders. */
export interface OrderFindings {
	/** The source that certainly is the shop's; 0: none. */
	source_id: number;
	candidates: OrdersState[ 'candidates' ];
}

function sourceOf(
	{ mode, source_id: sourceId, detect }: HoldOrders,
	found: number
) {
	if ( 'auto' === mode || 'keycrm_orders' === mode ) {
		return sourceId || found;
	}
	return 'off' === mode && detect ? found : 0;
}

function questionOf(
	{ mode, detect }: HoldOrders,
	{ candidates }: OrderFindings
): OrdersState[ 'question' ] {
	const isOpen = 'auto' === mode || ( 'off' === mode && detect );
	if ( isOpen ) {
		return candidates.filter( ( { orders } ) => orders > 0 ).length > 1
			? 'which_channel'
			: 'how';
	}
	return 'keycrm_orders' === mode && candidates.length > 0
		? 'which_channel'
		: 'none';
}

function subtractedOf( { mode }: HoldOrders ): OrdersState[ 'subtracted' ] {
	if ( 'off' === mode ) {
		return 'none';
	}
	return [ 'auto', 'keycrm_orders', 'not_sent' ].includes( mode )
		? 'all'
		: 'uncounted';
}

/** The same as OrderHolding.php computes. */
export function ordersOf(
	hold: HoldOrders,
	findings: OrderFindings
): OrdersState {
	const sourceId = sourceOf( hold, findings.source_id );
	const isKnown = 0 !== sourceId;
	return {
		question: isKnown ? 'none' : questionOf( hold, findings ),
		subtracted: isKnown ? 'uncounted' : subtractedOf( hold ),
		days: hold.max_age_days,
		source_id: sourceId,
		candidates: isKnown ? [] : findings.candidates,
		unread_since: null,
	};
}
