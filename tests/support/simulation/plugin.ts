/** The steps of Sync\Run\Runner. Other actors may act between any two of them. */
import {
	available,
	held,
	isNewer,
	newerLevel,
	target,
} from '../open-order-cases/numbers';
import type { Level, OpenLine, Question } from '../open-order-cases/numbers';
import { DirtyQueue } from './dirty-queue';
import { OrderLook } from './order-look';
import { openLines } from './open-lines';
import { areFound } from './order-search';
import type { Stage } from './stage';
import type { Weakness } from './weakness';

/** KeyCRM's answer. `lost` is for the judge only: the pieces that KeyCRM had lost by then. */
interface Answer extends Level {
	readonly lost: number;
}

export interface PluginOptions {
	/** Gets each question about orders with its answer, so that a test can ask PHP too. */
	readonly onQuestion?: ( question: Question, answer: number ) => void;
	readonly without?: Weakness;
	/** Settings of a fresh shop: the owner has not said how orders get into KeyCRM. */
	readonly fresh?: boolean;
}

export class Plugin {
	private readonly levels = new Map< number, Answer >();
	private readonly orders: OrderLook;
	/** Products that KeyCRM's webhook has named. */
	readonly dirty = new DirtyQueue();
	private refreshes = 0;
	/** Products that were last written while KeyCRM did not answer about orders. */
	readonly unsure = new Set< number >();
	/** Whether a whole run has ended. Before that nothing is refreshed. */
	private is_synced = false;
	/** Whether the plugin reads KeyCRM's orders. Before that it subtracts each order. */
	knowsOrders: boolean;

	constructor(
		private readonly stage: Stage,
		private readonly options: PluginOptions = {}
	) {
		this.orders = new OrderLook( stage );
		this.knowsOrders = ! ( options.fresh ?? false );
	}

	/** A whole run over some products. A worker may die at any step; then another worker repeats the phase. */
	*run( skus: readonly number[] ): Generator< void > {
		this.knowsOrders ||= areFound( this.stage );
		const phases = [
			() => this.orders.look(),
			() => this.read( skus ),
			...( this.lacks( 'no_recheck' )
				? []
				: [ () => this.orders.look() ] ),
			() => this.write( skus ),
		];
		for ( const phase of phases ) {
			yield* this.whole( phase );
		}
		this.is_synced = true;
	}

	/** A run of mode refresh over the products that the webhook has named. If it fails, the next refresh takes them. */
	*refresh(): Generator< void > {
		if ( ! this.is_synced || this.dirty.isEmpty() ) {
			return;
		}
		const run = ++this.refreshes;
		const skus = this.dirty.claim( run );
		yield* this.whole( () => this.orders.look() );
		yield* this.whole( () => this.readDirty( skus, run ) );
		if ( this.lacks( 'leaves_queue_when_read' ) ) {
			this.dirty.finish( run );
		}
		if ( this.stage.fails() ) {
			return;
		}
		yield* this.whole( () => this.orders.look() );
		yield* this.whole( () => this.write( skus ) );
		this.noteUnsure( skus );
		this.dirty.finish( run );
	}

	/**
	 * Without the orders of after the level, no number rises. One that KeyCRM has lost meanwhile may stay too high until the
	 * next sync, as after a sync that could not read the orders.
	 */
	private noteUnsure( skus: readonly number[] ): void {
		for ( const sku of skus ) {
			const level = this.levels.get( sku );
			if ( level && ! isNewer( this.orders.looked, level ) ) {
				this.unsure.add( sku );
			} else {
				this.unsure.delete( sku );
			}
		}
	}

	/** Runs a phase to its end; after the death of a worker it starts again. */
	private *whole( phase: () => Generator< void > ): Generator< void > {
		let died = false;
		do {
			died = yield* this.stage.runUntilKilled( phase() );
		} while ( died );
		yield;
	}

	private *readDirty(
		skus: readonly number[],
		run: number
	): Generator< void > {
		const answered: ( readonly [ number, number ] )[] = [];
		for ( const sku of skus ) {
			const since = this.dirty.since( sku );
			yield* this.read( [ sku ] );
			answered.push( [ sku, since ] );
		}
		answered.forEach( ( [ sku, since ] ) =>
			this.dirty.noteAnswered( sku, since, run )
		);
	}

	private *read( skus: readonly number[] ): Generator< void > {
		const { stage } = this;
		for ( const sku of skus ) {
			const read_at = stage.now();
			yield;
			const read = {
				quantity: stage.crm.quantity.of( sku ),
				reserve: stage.crm.reserve.of( sku ),
				read_at,
				lost: stage.judge.lost( sku ),
			};
			const store = () => {
				const answer = { ...read, stored_at: stage.now() };
				const known = this.lacks( 'late_level_wins' )
					? undefined
					: this.levels.get( sku );
				this.levels.set( sku, newerLevel( known, answer ) );
			};
			stage.sometimesLate( store );
			yield;
			store();
			yield;
		}
	}

	private *write( skus: readonly number[] ): Generator< void > {
		const { shop, judge } = this.stage;
		const planned = skus.filter(
			( sku ) => this.decided( sku ).to !== shop.stock.of( sku )
		);
		yield;
		const mine: number[] = [];
		try {
			for ( const sku of planned ) {
				while ( shop.locked.has( sku ) ) {
					yield;
				}
				shop.locked.add( sku );
				mine.push( sku );
			}
			yield;
			// The transaction reads all numbers of one moment.
			const writes = planned.map( ( sku ) => this.decided( sku ) );
			for ( const { sku, to, cut, lost } of writes ) {
				yield;
				shop.stock.set( sku, to );
				if ( null !== lost ) {
					judge.written( sku, lost, cut );
				}
			}
			yield;
		} finally {
			mine.forEach( ( sku ) => shop.locked.delete( sku ) );
		}
	}

	private decided( sku: number ) {
		const { rules, shop } = this.stage;
		const level = this.levels.get( sku );
		if ( undefined === level ) {
			throw new Error( 'A write follows a read.' );
		}
		const present = shop.stock.of( sku );
		const lines = openLines(
			this.stage.shop,
			sku,
			this.lacks( 'marks_only' )
		);
		const open = this.held( sku, level, lines );
		const wanted = available( level, open, rules );
		const is_newer =
			! this.knowsOrders ||
			isNewer( this.orders.looked, level ) ||
			( this.lacks( 'asked_is_answered' ) &&
				this.orders.looked.began > level.read_at ) ||
			this.lacks( 'no_recheck' ) ||
			this.lacks( 'any_level_raises' ) ||
			this.lacks( 'late_level_wins' );
		const least_open = held( {
			...this.question( sku, level, lines ),
			notes: [],
		} );
		const to = target( wanted, is_newer, least_open === open, present );
		const uncut = available( level, open, {
			...rules,
			allow_negative: true,
		} );
		return {
			sku,
			to,
			cut: wanted - uncut,
			// A number that is not raised offers no additional pieces.
			lost: is_newer || to > present ? level.lost : null,
		};
	}

	private held(
		sku: number,
		level: Level,
		lines: readonly OpenLine[]
	): number {
		const question = this.question( sku, level, lines );
		const answer = held( question );
		this.options.onQuestion?.( question, answer );
		return answer;
	}

	private question(
		sku: number,
		level: Level,
		lines: readonly OpenLine[]
	): Question {
		return {
			lines,
			notes: this.knowsOrders
				? lines.flatMap( ( { order_id } ) =>
						this.orders.notes.of( order_id )
				  )
				: [],
			sku: String( sku ),
			read_at: this.lacks( 'counted_whenever' )
				? Infinity
				: level.read_at,
			reserves_counted: this.stage.rules.subtract_reserve,
		};
	}

	private lacks( weakness: Weakness ): boolean {
		return weakness === this.options.without;
	}
}
