/** The clock, the chances and all that happens at once. */
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
	readonly dice: Random;
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
		this.dice = new Random( seed );
		this.shop = new Shop( owned );
		this.lists_deleted = this.dice.below( 2 ) === 0;
		// KeyCRM's clock is a little ahead of ours, or behind.
		const skew = this.dice.below( 200 ) - 100;
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

	/** Nobody does anything until tomorrow. */
	sleep(): void {
		this.time += 86_400_000;
		this.judge.aDayLater();
	}

	/** A worker that is killed now and then. @return Whether it was. */
	*mortal( work: Generator< void > ): Generator< void, boolean > {
		while ( ! work.next().done ) {
			if ( this.dice.below( 100 ) < DEATH_PERCENT ) {
				work.return( undefined );
				return true;
			}
			yield;
		}
		return false;
	}

	/** KeyCRM does not answer a question about orders; once all is quiet it always does. */
	isUnanswered(): boolean {
		return ! this.is_quiet && this.dice.below( 100 ) < UNANSWERED_PERCENT;
	}

	/** A refresh comes to its end, but not well; once all is quiet it always does. */
	fails(): boolean {
		return ! this.is_quiet && this.dice.below( 100 ) < FAILURE_PERCENT;
	}

	/** Something happens a little later. */
	later( most_steps: number, happens: () => void ): void {
		const wait = this.dice.below( most_steps );
		this.start(
			( function* () {
				for ( let steps = 0; steps < wait; steps++ ) {
					yield;
				}
				happens();
			} )()
		);
	}

	/** Nobody is left who does anything. */
	hush(): void {
		this.is_quiet = true;
	}

	/** An answer that a worker given up for dead brings after all, long after another has gone on. */
	sometimesLate( store: () => void ): void {
		if ( this.dice.below( 100 ) < LATE_PERCENT ) {
			const wait = 3 + this.dice.below( 60 );
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

	/** One step of one of them; the choices say whose, then the dice. */
	play( choices: readonly number[] ): void {
		for ( let step = 0; this.running.length > 0; step++ ) {
			const choice = choices[ step ] ?? this.dice.below( 256 );
			const place = choice % this.running.length;
			this.time += 1 + ( choice % 3 );
			if ( this.running[ place ]?.next().done ) {
				this.running.splice( place, 1 );
			}
			this.judge.look();
		}
	}
}
