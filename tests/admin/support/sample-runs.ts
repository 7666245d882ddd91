import type {
	Counts,
	CurrentRun,
	Facts,
	OrdersState,
	Run,
	UndoReport,
} from '../../../src-admin/contract';

import { withTexts } from './fake-orders';
import { withWords } from './fake-run-words';

/** The time of the samples. */
export const NOW = '2026-08-01T12:00:00Z';

/** `seconds` after NOW, or before it if negative. */
export const at = ( seconds: number ): string =>
	new Date( Date.parse( NOW ) + seconds * 1000 )
		.toISOString()
		.replace( '.000', '' );

export const someCounts = ( part: Partial< Counts > = {} ): Counts => ( {
	updated: 12,
	unchanged: 1270,
	not_managed: 0,
	managed_by_parent: 0,
	duplicate_in_shop: 0,
	duplicate_in_keycrm: 0,
	not_in_keycrm: 0,
	excluded: 0,
	failed: 0,
	changed_since: 0,
	created: 0,
	...part,
} );

/** The server's text. */
const PHASE_NAMES: Partial< Record< Run[ 'phase' ], string > > = {
	read: 'Reading stock from KeyCRM',
	plan: 'Comparing with your products',
	write: 'Writing the new quantities',
};

export const inPhase = (
	phase: Run[ 'phase' ]
): Pick< Run, 'phase' | 'phase_name' > => ( {
	phase,
	phase_name: PHASE_NAMES[ phase ] ?? 'Working',
} );

export const someRun = ( part: Partial< Run > = {} ): Run =>
	withWords( {
		id: 7,
		mode: 'sync',
		lane: 'main',
		side: 'shop',
		trigger: 'schedule',
		status: 'succeeded',
		activity: 'The shop is being synced with KeyCRM.',
		...inPhase( part.phase ?? 'done' ),
		progress: { done: 0, total: 0, unit: 'products', seconds_left: 0 },
		counts: someCounts(),
		requests: 26,
		waits_for: '',
		waits_until: null,
		started_at: at( -300 ),
		finished_at: at( -240 ),
		error: null,
		guard: null,
		read_plan: null,
		undoes: 0,
		fresh: false,
		settings_changed: false,
		...part,
	} );

export const runningRun = ( part: Partial< Run > = {} ): Run =>
	someRun( {
		id: 8,
		trigger: 'person',
		status: 'running',
		phase: 'read',
		progress: { done: 14, total: 26, unit: 'requests', seconds_left: 13 },
		counts: someCounts( { updated: 0, unchanged: 0 } ),
		requests: 14,
		started_at: at( -15 ),
		finished_at: null,
		...part,
	} );

/** Stopped by the guard. */
export const stoppedRun = ( part: Partial< Run > = {} ): Run =>
	someRun( {
		id: 9,
		status: 'needs_confirmation',
		phase: 'guard',
		guard: {
			reasons: [ 'zeroed', 'drop' ],
			changes: 410,
			in_stock: 480,
			in_stock_after: 168,
			zeroed: 312,
			units_before: 12400,
			units_after: 3100,
			listed: 520,
			matched: 500,
			matched_before: 500,
			sentences: [
				'312 of 480 products in stock would become 0.',
				'All units in stock together would fall from 12,400 to 3,100.',
			],
		},
		fresh: true,
		...part,
	} );

export const failedRun = ( part: Partial< Run > = {} ): Run =>
	someRun( {
		id: 10,
		status: 'failed',
		phase: 'read',
		error: {
			code: 'unauthorized',
			message: 'KeyCRM did not accept the API key.',
			hint: 'Someone may have made a new one: enter it here.',
			details: 'HTTP 401 GET /offers/stocks?page=1',
		},
		...part,
	} );

export const somePreview = ( part: Partial< Run > = {} ): Run =>
	someRun( {
		id: 11,
		mode: 'preview',
		trigger: 'person',
		counts: someCounts( {
			updated: 412,
			unchanged: 870,
			not_in_keycrm: 7,
			duplicate_in_shop: 2,
		} ),
		fresh: true,
		...part,
	} );

/** Report of a run that wrote nothing, with the server's words for its numbers. */
export function someUndoReport( part: Partial< UndoReport > = {} ): UndoReport {
	const report = {
		written: 0,
		back: 0,
		to_zero: 0,
		changed_since: 0,
		left: 0,
		undone_by: 0,
		...part,
	};
	const changed = report.changed_since
		? `; ${ report.changed_since } have changed since`
		: '';
	return {
		label: `Undo this sync (puts ${ report.back } of ${ report.written } products back${ changed })`,
		sentences: [
			`${ report.back } products return to their previous quantity, minus what has been sold since.`,
			...( report.to_zero
				? [ `${ report.to_zero } of them become 0.` ]
				: [] ),
		],
		again: 'Otherwise the next sync writes KeyCRM’s quantities again.',
		...report,
	};
}

/** Facts of a shop in sync. */
export const someFacts = ( part: Partial< Facts > = {} ): Facts => ( {
	headline: {
		state: 'in_sync',
		tone: 'good',
		text: 'All 109 products are in sync with KeyCRM.',
	},
	explanation: [],
	coverage: {
		state: 'all',
		text: '109 of 109 products matched',
		products: 109,
		matched: 109,
		without_sku: 0,
	},
	freshness: {
		state: 'current',
		text: 'Last successful sync 4 minutes ago',
		synced_at: at( -240 ),
		tried_at: null,
		settings_changed_at: null,
	},
	automation: {
		state: 'on',
		text: 'Automatic sync is on, the next one in 11 minutes',
		next_at: at( 660 ),
		late_seconds: 0,
		failures: 0,
	},
	actions: [ 'sync', 'preview' ],
	waiting_run_id: 0,
	...part,
} );

/** Orders are looked up in KeyCRM, and there is no question. */
export const someOrders = ( part: Partial< OrdersState > = {} ): OrdersState =>
	withTexts( {
		question: 'none',
		subtracted: 'uncounted',
		days: 14,
		source_id: 1,
		candidates: [],
		unread_since: null,
		...part,
	} );

export const someCurrent = (
	part: Partial< CurrentRun > = {}
): CurrentRun => ( {
	run: someRun(),
	last_success: someRun(),
	next_at: at( 660 ),
	overdue_seconds: 0,
	facts: someFacts(),
	orders: someOrders(),
	now: NOW,
	...part,
} );
