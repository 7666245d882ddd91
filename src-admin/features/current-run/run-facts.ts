import type { Counts, Outcome, Run } from '../../contract';

export type ActiveRun = Run & { status: 'running' | 'waiting' };

export const isActive = ( run: Run | null ): run is ActiveRun =>
	'running' === run?.status || 'waiting' === run?.status;

/** Outcomes that need attention, in the order in which they are shown. */
export const ATTENTION_OUTCOMES = [
	'failed',
	'not_in_keycrm',
	'duplicate_in_shop',
	'duplicate_in_keycrm',
	'not_managed',
	'managed_by_parent',
] as const satisfies readonly Outcome[];

export const countAttention = ( counts: Counts ): number =>
	ATTENTION_OUTCOMES.reduce( ( sum, outcome ) => sum + counts[ outcome ], 0 );

/** A finished preview. Applying it changes its mode to `sync`. */
export const isPreviewMade = (
	run: Run | null
): run is Run & { mode: 'preview'; status: 'succeeded' } =>
	'preview' === run?.mode && 'succeeded' === run.status;

/** Its changes are planned, not written. */
export const isPlan = ( run: Run ): boolean =>
	isPreviewMade( run ) || 'needs_confirmation' === run.status;
