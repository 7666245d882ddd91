import type {
	CurrentRun,
	FactAction,
	Facts,
	HeadlineState,
	Run,
	Settings,
	Tone,
} from '../../../src-admin/contract';
import { countAttention } from '../../../src-admin/features/current-run/run-facts';
import { someFacts } from './sample-runs';

interface Said {
	state: HeadlineState;
	tone: Tone;
	text: string;
	explanation?: string[];
	actions: FactAction[];
}

function ofRun( run: Run | null ): Said | null {
	switch ( run?.status ) {
		case 'running':
		case 'waiting':
			return {
				state: 'syncing',
				tone: 'work',
				text: 'The shop is being synced with KeyCRM.',
				actions: [],
			};
		case 'needs_confirmation': {
			const [ first = '', ...rest ] = run.guard?.sentences ?? [];
			return {
				state: 'needs_decision',
				tone: 'warn',
				text: `Sync paused, nothing changed: ${ first }`,
				explanation: rest,
				actions: [ 'show_changes', 'discard', 'confirm' ],
			};
		}
		case 'failed':
			return {
				state: 'failed',
				tone: 'bad',
				text: run.error?.message ?? '',
				explanation: [ run.error?.hint ?? '' ],
				actions:
					'unauthorized' === run.error?.code
						? [ 'enter_key', 'sync' ]
						: [ 'sync', 'preview' ],
			};
		case 'cancelled':
			return {
				state: 'cancelled',
				tone: 'quiet',
				text: 'The last sync was cancelled.',
				explanation: [ 'It changed nothing in the shop.' ],
				actions: [ 'sync', 'preview' ],
			};
		case 'succeeded':
			return ended( run );
		case undefined:
			return null;
	}
}

function ended( run: Run ): Said | null {
	if ( 'undo' === run.mode ) {
		return {
			state: 'undone',
			tone: 'warn',
			text: `An earlier sync was undone: ${ run.counts.updated } products have their previous quantity again.`,
			actions: [ 'show_changes', 'preview', 'sync' ],
		};
	}
	if ( 'preview' === run.mode && run.fresh ) {
		return {
			state: 'previewed',
			tone: 'work',
			text: `Preview: the quantities of ${ run.counts.updated } products would change. Nothing has been changed yet.`,
			explanation: run.guard?.sentences ?? [],
			actions: [ 'apply', 'show_changes', 'preview' ],
		};
	}
	return null;
}

function ofSuccess( run: Run ): Said {
	const left = countAttention( run.counts );
	return 0 === left
		? {
				state: 'in_sync',
				tone: 'good',
				text: 'All 109 products are in sync with KeyCRM.',
				actions: [ 'sync', 'preview' ],
		  }
		: {
				state: 'partly_in_sync',
				tone: 'warn',
				text: `Some products are in sync with KeyCRM. ${ left } need attention.`,
				actions: [ 'sync', 'preview' ],
		  };
}

/** Facts as the server makes them, as far as the tests need; tests/support/facts-table.ts has all cases. */
export function factsOf(
	{ schedule }: Settings,
	{
		run,
		last_success: lastSuccess,
		overdue_seconds: overdueSeconds,
	}: CurrentRun
): Facts {
	const said: Said =
		ofRun( run ) ??
		( lastSuccess
			? ofSuccess( lastSuccess )
			: {
					state: 'never_synced',
					tone: 'quiet',
					text: 'The shop has not been synced with KeyCRM yet.',
					actions: [ 'preview', 'sync' ],
			  } );
	const facts = someFacts();
	const { state, tone, text, explanation = [], actions } = said;
	return {
		...facts,
		headline: { state, tone, text },
		explanation,
		actions,
		...( 'needs_decision' === state && { waiting_run_id: run?.id ?? 0 } ),
		...( ! lastSuccess && {
			freshness: {
				state: 'never',
				text: 'Never synced',
				synced_at: null,
				tried_at: null,
				settings_changed_at: null,
			},
		} ),
		...( overdueSeconds > 0 && {
			automation: {
				...facts.automation,
				state: 'late',
				text: 'Automatic sync is late',
				late_seconds: overdueSeconds,
			},
		} ),
		...( ! schedule.enabled && {
			automation: {
				state: 'off',
				text: 'Automatic sync is off',
				next_at: null,
				late_seconds: 0,
				failures: 0,
			},
		} ),
	};
}
