import {
	HOLD_MODES,
	type HoldMode,
	type HoldOrders,
	type OrdersState,
	type Settings,
} from '../../../src-admin/contract';

type OrderOption = Settings[ 'order_modes' ][ number ];

/** The server's labels, and explanations that begin like the server's. */
const MODES: Record< HoldMode, [ label: string, about: string ] > = {
	keycrm_orders: [
		'Ask KeyCRM (recommended)',
		'Each sync looks the shop’s recent orders up in KeyCRM.',
	],
	plugin_marks: [
		'Go by the mark of KeyCRM’s own plugin',
		'That plugin marks every order that it has sent to KeyCRM.',
	],
	statuses: [
		'Go by the status in WooCommerce',
		'Units of orders in the statuses you tick are subtracted.',
	],
	not_sent: [
		'Orders of this shop do not get into KeyCRM',
		'Every order stays subtracted up to the age limit below.',
	],
	auto: [
		'Find out, and subtract every order until then',
		'The sync looks for this shop’s orders in KeyCRM a few times a day.',
	],
	filter: [
		'Ask another plugin',
		'For shops whose developer has connected another program.',
	],
	off: [
		'Subtract no orders',
		'A unit just sold here goes back on sale with the next sync.',
	],
};

function option( value: HoldMode, ownLabel?: string ): OrderOption {
	const [ label, about ] = MODES[ value ];
	return { value, label: ownLabel ?? label, about };
}

export const orderModes = (): OrderOption[] =>
	HOLD_MODES.map( ( mode ) => option( mode ) );

/** The set-up's answers; a saved mode that belongs to none of them is added. */
export function orderAnswers( saved: HoldMode ): OrderOption[] {
	const answers = [
		option(
			'keycrm_orders',
			'KeyCRM’s plugin or another integration sends them'
		),
		option( 'statuses', 'Somebody types them in' ),
		option( 'not_sent', 'Not at all' ),
	];
	const isOther =
		'auto' !== saved && ! answers.some( ( { value } ) => value === saved );
	return isOther ? [ ...answers, option( saved ) ] : answers;
}

type State = Omit<
	OrdersState,
	'question_text' | 'subtracted_text' | 'unread_text'
>;

function questionText( { question, subtracted, days }: State ): string {
	if ( 'none' === question ) {
		return '';
	}
	const asked =
		'how' === question
			? 'Nobody has said how this shop’s orders get into KeyCRM.'
			: 'This shop’s orders could be in more than one sales channel of KeyCRM, and only you know which.';
	const cost =
		'none' === subtracted
			? 'Until then a unit that is sold here goes back on sale with the next sync, and can be sold twice.'
			: `Until then each order of the last ${ days } days is subtracted.`;
	return `${ asked } ${ cost }`;
}

function subtractedText( { subtracted, days }: State, mode: HoldMode ) {
	if ( 'none' === subtracted ) {
		return 'No order is subtracted.';
	}
	if ( 'uncounted' === subtracted ) {
		return `Orders of the last ${ days } days that KeyCRM does not count yet are subtracted.`;
	}
	return 'keycrm_orders' === mode
		? `Until the sync has found them there, each order of the last ${ days } days stays subtracted.`
		: `Each order of the last ${ days } days stays subtracted.`;
}

/** Adds the sentences that the server makes of a state. */
export const withTexts = (
	state: State,
	mode: HoldMode = 'auto'
): OrdersState => ( {
	...state,
	question_text: questionText( state ),
	subtracted_text: subtractedText( state, mode ),
	unread_text:
		null === state.unread_since
			? ''
			: `KeyCRM’s orders could not be read since ${ state.unread_since }.`,
} );

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
	const state = {
		question: isKnown ? 'none' : questionOf( hold, findings ),
		subtracted: isKnown ? 'uncounted' : subtractedOf( hold ),
		days: hold.max_age_days,
		source_id: sourceId,
		candidates: isKnown ? [] : findings.candidates,
		unread_since: null,
	} as const;
	return withTexts( state, hold.mode );
}
