import type { Behaviour } from './behaviour';
import type { Clock } from './clock';

const WINDOW_MS = 60_000;

export interface Verdict {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** Milliseconds until the next request is allowed; 0: now. */
	wait_ms: number;
}

/** The budget of each key: a number of requests within 60 s (keycrm-server/API.md §9). */
export class Limiter {
	private spent = new Map< string, number[] >();

	constructor(
		private readonly clock: Clock,
		private readonly behaviour: Behaviour
	) {}

	take( key: string ): Verdict {
		const limit = this.limit();
		const times = this.window( key );
		const allowed = times.length < limit;
		if ( allowed || 'counted' === this.behaviour.refused_requests ) {
			times.push( this.clock.now() );
		}
		return {
			allowed,
			limit,
			remaining: Math.max( 0, limit - times.length ),
			wait_ms: this.wait( times, limit ),
		};
	}

	/** Another program has just used `requests` of the budget. */
	spend( key: string, requests: number ): void {
		const times = this.window( key );
		for ( let count = 0; count < requests; count++ ) {
			times.push( this.clock.now() );
		}
	}

	clear(): void {
		this.spent.clear();
	}

	private limit(): number {
		const { limit_per_minute, spent_by_others } = this.behaviour;
		return null === limit_per_minute
			? Number.MAX_SAFE_INTEGER
			: Math.max( 0, limit_per_minute - spent_by_others );
	}

	/** @return The times that still count, oldest first. */
	private window( key: string ): number[] {
		const times = this.spent.get( key ) ?? [];
		const now = this.clock.now();
		const [ first ] = times;
		if ( 'fixed' === this.behaviour.limiter_window ) {
			if ( undefined !== first && first + WINDOW_MS <= now ) {
				times.length = 0;
			}
		} else {
			const alive = times.findIndex( ( time ) => time + WINDOW_MS > now );
			times.splice( 0, alive < 0 ? times.length : alive );
		}
		this.spent.set( key, times );
		return times;
	}

	private wait( times: readonly number[], limit: number ): number {
		if ( times.length < limit ) {
			return 0;
		}
		// A fixed window ends for all requests at once. In a sliding one the oldest blocking request must leave it.
		const blocking =
			'fixed' === this.behaviour.limiter_window
				? 0
				: times.length - limit;
		const time = times[ blocking ];
		return undefined === time
			? WINDOW_MS
			: Math.max( 0, time + WINDOW_MS - this.clock.now() );
	}
}
