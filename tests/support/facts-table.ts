/**
 * States of the sync, and the sentences about them. tests/wordpress/status/facts.test.ts creates each state and
 * compares PHP's sentences; tests/admin/stock-state/facts.test.tsx checks that the screen shows them.
 */
import type {
	Counts,
	FactAction,
	Facts,
	GuardReport,
	HeadlineState,
	Tone,
} from '../../src-admin/contract';

/** A row of the table of runs; times in seconds before now. */
export interface RunSeed {
	mode: 'sync' | 'preview' | 'undo';
	status:
		| 'running'
		| 'needs_confirmation'
		| 'succeeded'
		| 'failed'
		| 'cancelled';
	phase: 'read' | 'guard' | 'write' | 'done';
	/** When it ended; it began a minute before. */
	ago: number;
	counts: Partial< Counts >;
	guard: Omit< GuardReport, 'sentences' > | null;
	error: {
		code: string;
		message: string;
		hint: string;
		details: string;
	} | null;
}

export interface FactsCase {
	name: string;
	/** The oldest first. */
	runs: RunSeed[];
	/** Automatic sync, every 15 minutes. */
	scheduled: boolean;
	/** Seconds until the next one; null: not planned. */
	next_in: number | null;
	/** Seconds since the deciding settings, and the key, were changed. */
	settings_changed?: number;
	key_changed?: number;
	key: 'saved' | 'none' | 'unreadable';
	shop_off?: true;
	/** Variants in KeyCRM. */
	in_keycrm?: number;
	state: HeadlineState;
	tone: Tone;
	text: string;
	explanation: string[];
	coverage: [ Facts[ 'coverage' ][ 'state' ], string ];
	freshness: [ Facts[ 'freshness' ][ 'state' ], string ];
	automation: [ Facts[ 'automation' ][ 'state' ], string ];
	actions: FactAction[];
}

const guard = (
	listed: number,
	matched: number,
	part: Partial< RunSeed[ 'guard' ] > = {}
): RunSeed[ 'guard' ] => ( {
	reasons: [],
	changes: 0,
	in_stock: 98,
	in_stock_after: 98,
	zeroed: 0,
	units_before: 3204,
	units_after: 3204,
	listed,
	matched,
	matched_before: matched,
	...part,
} );

const run = ( part: Partial< RunSeed > = {} ): RunSeed => ( {
	mode: 'sync',
	status: 'succeeded',
	phase: 'done',
	ago: 240,
	counts: { updated: 12, unchanged: 97 },
	guard: guard( 109, 109 ),
	error: null,
	...part,
} );

/** 7 of 109 products are not in KeyCRM. */
const PARTLY = run( {
	counts: { updated: 12, unchanged: 90, not_in_keycrm: 7 },
	guard: guard( 109, 102 ),
} );
const NONE = run( {
	counts: { not_in_keycrm: 109 },
	guard: guard( 109, 0 ),
} );
const failed = ( code: string, message: string, ago = 60 ): RunSeed =>
	run( {
		status: 'failed',
		phase: 'read',
		ago,
		counts: {},
		guard: null,
		error: { code, message, hint: 'Try this.', details: 'HTTP 500' },
	} );
const REFUSED_KEY = failed(
	'unauthorized',
	'KeyCRM did not accept the API key.'
);
const STOPPED = run( {
	status: 'needs_confirmation',
	phase: 'guard',
	ago: 60,
	guard: guard( 109, 109, {
		reasons: [ 'zeroed', 'drop' ],
		changes: 88,
		zeroed: 88,
		units_after: 308,
	} ),
} );

const ON: FactsCase[ 'automation' ] = [
	'on',
	'Automatic sync is on, the next one in 11 minutes',
];
const OFF: FactsCase[ 'automation' ] = [ 'off', 'Automatic sync is off' ];
const ALL: FactsCase[ 'coverage' ] = [ 'all', '109 of 109 products matched' ];
const CURRENT: FactsCase[ 'freshness' ] = [
	'current',
	'Last successful sync 4 minutes ago',
];
const TRIED = 'Last successful sync 4 minutes ago · tried 1 minute ago';

/** A shop without problems. */
const some = ( part: Partial< FactsCase > ): FactsCase => ( {
	name: '',
	runs: [ run() ],
	scheduled: true,
	next_in: 660,
	key: 'saved',
	state: 'in_sync',
	tone: 'good',
	text: 'All 109 products are in sync with KeyCRM.',
	explanation: [],
	coverage: ALL,
	freshness: CURRENT,
	automation: ON,
	actions: [ 'sync', 'preview' ],
	...part,
} );

export const FACTS_TABLE: FactsCase[] = [
	some( { name: 'all in sync' } ),
	some( {
		name: 'partly in sync',
		runs: [ PARTLY ],
		state: 'partly_in_sync',
		tone: 'warn',
		text: '102 of 109 products are in sync with KeyCRM. 7 need attention.',
		coverage: [ 'some', '102 of 109 products matched' ],
	} ),
	some( {
		name: 'no SKU is in KeyCRM',
		runs: [ NONE ],
		state: 'none_matched',
		tone: 'bad',
		text: 'No product is matched yet: none of the 109 SKUs in the shop was found in KeyCRM.',
		explanation: [
			'A product is matched when it has exactly the same SKU in the shop and in KeyCRM. Compare the SKUs, then sync again.',
		],
		coverage: [ 'none', '0 of 109 products matched' ],
		actions: [ 'show_mismatches', 'preview', 'sync' ],
	} ),
	some( {
		name: 'no product has an SKU',
		runs: [
			run( {
				counts: { not_in_keycrm: 107 },
				guard: guard( 0, 0 ),
			} ),
		],
		state: 'no_skus',
		tone: 'bad',
		text: 'No product can be matched yet: none of the 107 products has an SKU.',
		explanation: [
			'Products are matched by SKU. Enter the SKU that each product has in KeyCRM, then sync again.',
		],
		coverage: [ 'no_skus', '0 of 107 products matched · 107 without SKU' ],
		actions: [ 'show_mismatches', 'preview', 'sync' ],
	} ),
	some( {
		name: 'an empty shop',
		runs: [ run( { counts: {}, guard: guard( 0, 0 ) } ) ],
		in_keycrm: 109,
		state: 'no_products',
		tone: 'warn',
		text: 'There were no products in the shop to sync. KeyCRM has 109.',
		explanation: [ 'Add products with the SKUs that they have in KeyCRM.' ],
		coverage: [ 'no_products', 'No products in the shop' ],
	} ),
	some( {
		name: 'nothing is to be synced',
		runs: [ run( { counts: { excluded: 12 }, guard: guard( 0, 0 ) } ) ],
		state: 'all_excluded',
		tone: 'quiet',
		text: 'Nothing is synced: every product is set not to be synced.',
		coverage: [ 'all_excluded', 'No product is set to be synced' ],
	} ),
	some( {
		name: 'matched, but none can be synced',
		runs: [ run( { counts: { not_managed: 3 }, guard: guard( 3, 3 ) } ) ],
		state: 'none_in_sync',
		tone: 'warn',
		text: 'No quantity comes from KeyCRM yet: all 3 products need attention first.',
		coverage: [ 'all', '3 of 3 products matched' ],
		actions: [ 'show_mismatches', 'preview', 'sync' ],
	} ),
	some( {
		name: 'settings were changed since',
		settings_changed: 120,
		state: 'settings_changed',
		tone: 'warn',
		text: 'Settings were changed 2 minutes ago. The shop still has the quantities of the old settings.',
		freshness: [
			'settings_changed',
			'Last successful sync 4 minutes ago · settings changed 2 minutes ago',
		],
		actions: [ 'preview', 'sync' ],
	} ),
	some( {
		name: 'the queue is late, but a sync by hand was good',
		next_in: -14_400,
		text: 'All 109 products are in sync with KeyCRM.',
		automation: [ 'late', 'Automatic sync is 4 hours late' ],
	} ),
	some( {
		name: 'the queue is late, and nobody has synced',
		runs: [ run( { ago: 15_000 } ) ],
		next_in: -14_400,
		state: 'stale',
		tone: 'warn',
		text: 'Stock in the shop may be out of date: the last successful sync was 4 hours ago.',
		freshness: [ 'stale', 'Last successful sync 4 hours ago' ],
		automation: [ 'late', 'Automatic sync is 4 hours late' ],
	} ),
	some( {
		name: 'the queue has lost the next sync',
		next_in: null,
		automation: [
			'unplanned',
			'Automatic sync is on, but the next sync is not planned',
		],
	} ),
	some( {
		name: 'KeyCRM refuses the key',
		runs: [ run(), REFUSED_KEY ],
		state: 'failed',
		tone: 'bad',
		text: 'KeyCRM did not accept the API key.',
		explanation: [ 'Try this.' ],
		freshness: [ 'current', TRIED ],
		automation: [
			'failing',
			'Automatic sync is on, but the last sync failed',
		],
		actions: [ 'enter_key', 'sync' ],
	} ),
	some( {
		name: 'KeyCRM refused the key, and a new one was saved',
		runs: [ run(), { ...REFUSED_KEY, ago: 180 } ],
		key_changed: 120,
		state: 'new_key',
		tone: 'warn',
		text: 'A new API key was saved 2 minutes ago. The shop has not been synced with it yet.',
		freshness: [
			'current',
			'Last successful sync 4 minutes ago · tried 3 minutes ago',
		],
		automation: [
			'failing',
			'Automatic sync is on, but the last sync failed',
		],
	} ),
	some( {
		name: 'the last sync failed',
		runs: [
			run(),
			failed( 'server', 'KeyCRM has a fault on its side.', 180 ),
			failed( 'server', 'KeyCRM has a fault on its side.' ),
		],
		// A new key does not change this state.
		key_changed: 30,
		state: 'failed',
		tone: 'bad',
		text: 'KeyCRM has a fault on its side.',
		explanation: [ 'Try this.' ],
		freshness: [ 'current', TRIED ],
		automation: [
			'failing',
			'Automatic sync is on, but the last 2 syncs failed',
		],
	} ),
	some( {
		name: 'a sync waits for a decision',
		runs: [ run(), STOPPED ],
		state: 'needs_decision',
		tone: 'warn',
		text: 'Sync paused, nothing changed: 88 of 98 products in stock would become 0.',
		explanation: [
			'All units in stock together would fall from 3,204 to 308.',
			'This is expected after a stocktake. Otherwise check the stock in KeyCRM first.',
		],
		freshness: [ 'current', TRIED ],
		actions: [ 'show_changes', 'discard', 'confirm' ],
	} ),
	some( {
		name: 'a sync waits for a decision, and the next one failed',
		runs: [
			run(),
			{ ...STOPPED, ago: 180 },
			failed( 'server', 'KeyCRM has a fault on its side.' ),
		],
		state: 'failed',
		tone: 'bad',
		text: 'KeyCRM has a fault on its side.',
		explanation: [
			'Try this.',
			'The sync that was paused 3 minutes ago still waits for your decision.',
		],
		freshness: [ 'current', TRIED ],
		automation: [
			'failing',
			'Automatic sync is on, but the last sync failed',
		],
	} ),
	some( {
		name: 'a preview was made',
		runs: [
			run(),
			run( {
				mode: 'preview',
				ago: 60,
				counts: { updated: 37, unchanged: 72 },
			} ),
		],
		state: 'previewed',
		tone: 'work',
		text: 'Preview: the quantities of 37 products would change. Nothing has been changed yet.',
		actions: [ 'apply', 'show_changes', 'preview' ],
	} ),
	some( {
		name: 'a preview that changes nothing',
		runs: [
			run(),
			run( { mode: 'preview', ago: 60, counts: { unchanged: 109 } } ),
		],
		state: 'previewed',
		tone: 'work',
		text: 'Preview: nothing would change. 109 products have KeyCRM’s quantity already.',
		actions: [ 'preview', 'sync' ],
	} ),
	some( {
		name: 'a preview that matches nothing',
		runs: [
			run( {
				mode: 'preview',
				ago: 60,
				counts: { not_in_keycrm: 109 },
				guard: guard( 109, 0 ),
			} ),
		],
		scheduled: false,
		next_in: null,
		state: 'none_matched',
		tone: 'bad',
		text: 'No product is matched yet: none of the 109 SKUs in the shop was found in KeyCRM.',
		explanation: [
			'A product is matched when it has exactly the same SKU in the shop and in KeyCRM. Compare the SKUs, then sync again.',
		],
		coverage: [ 'none', '0 of 109 products matched' ],
		freshness: [ 'never', 'Never synced' ],
		automation: OFF,
		actions: [ 'show_mismatches', 'preview', 'sync' ],
	} ),
	some( {
		name: 'a preview whose settings were changed since',
		runs: [ run( { mode: 'preview', ago: 60, counts: { updated: 37 } } ) ],
		settings_changed: 30,
		scheduled: false,
		next_in: null,
		state: 'never_synced',
		tone: 'quiet',
		text: 'The shop has not been synced with KeyCRM yet.',
		coverage: [ 'all', '37 of 37 products matched' ],
		freshness: [ 'never', 'Never synced' ],
		automation: OFF,
		actions: [ 'preview', 'sync' ],
	} ),
	some( {
		name: 'an undo, with automatic sync off',
		runs: [
			run(),
			run( { mode: 'undo', ago: 60, counts: { updated: 12 } } ),
		],
		scheduled: false,
		next_in: null,
		state: 'undone',
		tone: 'warn',
		text: 'An earlier sync was undone: 12 products have their previous quantity again.',
		explanation: [
			'The shop now differs from KeyCRM. Correct the stock in KeyCRM, then sync again.',
		],
		automation: OFF,
		actions: [ 'show_changes', 'preview', 'sync' ],
	} ),
	some( {
		name: 'a sync was cancelled before it wrote',
		runs: [
			run(),
			run( { status: 'cancelled', phase: 'read', ago: 60, counts: {} } ),
		],
		state: 'cancelled',
		tone: 'quiet',
		text: 'The last sync was cancelled.',
		explanation: [ 'It changed nothing in the shop.' ],
		freshness: [ 'current', TRIED ],
	} ),
	some( {
		name: 'a sync was cancelled while it wrote, with automatic sync off',
		runs: [
			run(),
			run( { status: 'cancelled', phase: 'write', ago: 60 } ),
		],
		scheduled: false,
		next_in: null,
		state: 'cancelled',
		tone: 'quiet',
		text: 'The last sync was cancelled.',
		explanation: [
			'Some products may have their new quantity already. Sync again to set the rest.',
		],
		freshness: [ 'current', TRIED ],
		automation: OFF,
	} ),
	some( {
		name: 'automatic sync is off, and 7 products are not matched',
		runs: [ PARTLY ],
		scheduled: false,
		next_in: null,
		state: 'partly_in_sync',
		tone: 'warn',
		text: '102 of 109 products were in sync with KeyCRM after the last sync. 7 need attention.',
		coverage: [ 'some', '102 of 109 products matched' ],
		automation: OFF,
	} ),
	some( {
		name: 'automatic sync is off',
		scheduled: false,
		next_in: null,
		text: 'All 109 products were in sync with KeyCRM after the last sync.',
		automation: OFF,
	} ),
	some( {
		name: 'never synced',
		runs: [],
		state: 'never_synced',
		tone: 'quiet',
		text: 'The shop has not been synced with KeyCRM yet.',
		coverage: [
			'unknown',
			'Products have not been compared with KeyCRM yet',
		],
		freshness: [ 'never', 'Never synced' ],
		actions: [ 'preview', 'sync' ],
	} ),
	some( {
		name: 'WooCommerce keeps no stock',
		shop_off: true,
		state: 'shop_off',
		tone: 'bad',
		text: 'No stock can be synced: WooCommerce’s own stock management is switched off.',
		explanation: [
			'Switch on “Enable stock management” in WooCommerce → Settings → Products → Inventory.',
		],
		actions: [ 'open_inventory' ],
	} ),
	some( {
		name: 'no key',
		key: 'none',
		state: 'no_key',
		tone: 'bad',
		text: 'Stock is not synced: there is no KeyCRM API key.',
		explanation: [
			'Stock in the shop stays as it is until a key is entered.',
		],
		actions: [ 'enter_key' ],
	} ),
	some( {
		name: 'a key that can no longer be read',
		key: 'unreadable',
		state: 'no_key',
		tone: 'bad',
		text: 'Stock is not synced: the KeyCRM API key cannot be used.',
		explanation: [
			'The saved API key can no longer be read, because the security keys in wp-config.php have changed (as they do when a site is moved). Enter the key again.',
			'Stock in the shop stays as it is until a key is entered.',
		],
		actions: [ 'enter_key' ],
	} ),
	some( {
		name: 'a sync is under way',
		runs: [
			run(),
			run( {
				status: 'running',
				phase: 'read',
				ago: 0,
				counts: {},
				guard: null,
			} ),
		],
		state: 'syncing',
		tone: 'work',
		text: 'The shop is being synced with KeyCRM.',
		actions: [],
	} ),
];
