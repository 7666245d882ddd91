import type { CurrentRun, Run, Settings } from './contract';
import { isActive, isPreviewMade, needLook } from './run-facts';

/** The one state that the Overview's first line tells; further troubles stand below it. */
export type OverviewState =
	| { kind: 'active'; run: Run }
	| { kind: 'shop_off' }
	| { kind: 'no_key' }
	| { kind: 'decision'; run: Run }
	| { kind: 'failed'; run: Run }
	| { kind: 'cancelled'; run: Run }
	| { kind: 'previewed'; run: Run }
	| { kind: 'undone'; run: Run }
	| { kind: 'never' }
	| { kind: 'overdue'; checked: Run }
	| { kind: 'paused'; checked: Run }
	| { kind: 'partly'; checked: Run }
	| { kind: 'right'; checked: Run };

/** The most pressing answer to "is my stock right?". */
export function overviewState(
	settings: Settings,
	current: CurrentRun
): OverviewState {
	const { run, last_success: checked } = current;

	if ( isActive( run ) ) {
		return { kind: 'active', run };
	}
	if ( ! settings.shop_manages_stock ) {
		return { kind: 'shop_off' };
	}
	if ( ! settings.api_key_set ) {
		return { kind: 'no_key' };
	}
	if ( 'needs_confirmation' === run?.status ) {
		return { kind: 'decision', run };
	}
	if ( 'failed' === run?.status ) {
		return { kind: 'failed', run };
	}
	if ( 'cancelled' === run?.status ) {
		return { kind: 'cancelled', run };
	}
	if ( isPreviewMade( run ) && run.fresh ) {
		return { kind: 'previewed', run };
	}
	if ( 'undo' === run?.mode ) {
		return { kind: 'undone', run };
	}
	if ( null === checked ) {
		return { kind: 'never' };
	}
	if ( current.overdue_seconds > 0 ) {
		return { kind: 'overdue', checked };
	}
	if ( ! settings.schedule.enabled ) {
		return { kind: 'paused', checked };
	}
	return needLook( checked.counts ) > 0
		? { kind: 'partly', checked }
		: { kind: 'right', checked };
}
