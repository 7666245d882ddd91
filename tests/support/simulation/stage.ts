/** The clock, the random numbers and the processes of a simulation. */
import { Random } from '../keycrm-server/random';
import { Judge } from './judge';
import { KeyCrm } from './keycrm';
import { Shop } from './shop';

export interface Rules {
	readonly subtract_reserve: boolean;
	readonly allow_negative: boolean;
}

const LATE_PERCENT = 10;
const DEATH_PERCENT = 2;
const UNANSWERED_PERCENT = 5;
const FAILURE_PERCENT = 10;

export class Stage {
	readonly random: Random;
	readonly shop: Shop;
	readonly crm: KeyCrm;
	readonly judge: Judge;
	/** Whether KeyCRM still lists an order that was deleted. */
	readonly lists_deleted: boolean;
	private time = 1000;
	private is_quiet = false;
	private readonly running: Generator< void >[] = [];

	constructor(
		seed: number,
		owned: readonly number[],
		readonly rules: Rules
	) {
		this.random = new Random( seed );
		this.shop = new Shop( owned );
		this.lists_deleted = this.random.below( 2 ) === 0;
		// KeyCRM's clock is a little ahead or behind ours.
		const skew = this.random.below( 200 ) - 100;
		this.crm = new KeyCrm( owned, () => this.time + skew );
		this.judge = new Judge(
			this.crm,
			this.shop,
			owned.map( ( _, sku ) => sku ),
			rules.subtract_reserve
		);
	}

	now(): number {
		return this.time;
	}

	start( process: Generator< void > ): void {
		this.running.push( process );
	}

	/** A day passes without any activity. */
	sleep(): void {
		this.time += 86_400_000;
		this.judge.aDayLater();
	}

	/** Runs a worker, which is sometimes killed. @return Whether it was killed. */
	*runUntilKilled( work: Generator< void > ): Generator< void, boolean > {
		while ( ! work.next().done ) {
			if ( this.random.below( 100 ) < DEATH_PERCENT ) {
				work.return( undefined );
				return true;
			}
			yield;
		}
		return false;
	}

	/** Whether KeyCRM fails to answer a question about orders. After all activity has ended it always answers. */
	isUnanswered(): boolean {
		return ! this.is_quiet && this.random.below( 100 ) < UNANSWERED_PERCENT;
	}

	/** Whether a refresh fails. After all activity has ended none does. */
	fails(): boolean {
		return ! this.is_quiet && this.random.below( 100 ) < FAILURE_PERCENT;
	}

	/** Runs something after some steps. */
	later( most_steps: number, happens: () => void ): void {
		const wait = this.random.below( most_steps );
		this.start(
			( function* () {
				for ( let steps = 0; steps < wait; steps++ ) {
					yield;
				}
				happens();
			} )()
		);
	}

	/** All activity has ended. */
	endActivity(): void {
		this.is_quiet = true;
	}

	/** Sometimes a worker that counted as dead stores its answer much later, after another worker has continued. */
	sometimesLate( store: () => void ): void {
		if ( this.random.below( 100 ) < LATE_PERCENT ) {
			const wait = 3 + this.random.below( 60 );
			this.start(
				( function* () {
					for ( let steps = 0; steps < wait; steps++ ) {
						yield;
					}
					store();
				} )()
			);
		}
	}

	/**
	 * Runs all processes to their end, step by step. `choices` picks the process of each step, then random numbers do.
	 */
	play( choices: readonly number[] ): void {
		for ( let step = 0; this.running.length > 0; step++ ) {
			const choice = choices[ step ] ?? this.random.below( 256 );
			const place = choice % this.running.length;
			this.time += 1 + ( choice % 3 );
			if ( this.running[ place ]?.next().done ) {
				this.running.splice( place, 1 );
			}
			this.judge.look();
		}
	}
}
