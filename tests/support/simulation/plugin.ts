/** The plugin at work: the steps of Sync\Runner, with other things happening between any two of them. */
import { takenFor } from '../holding/lines';
import { available, held, newerLevel, target } from '../holding/numbers';
import type { Level, Question } from '../holding/numbers';
import { OrderLook } from './order-look';
import type { ShopOrder } from './shop';
import type { Stage } from './stage';
import type { Weakness } from './weakness';

/** KeyCRM's answer, and what had been lost in KeyCRM by then (for the judge, not for the plugin). */
interface Answer extends Level {
	readonly lost: number;
}

export interface PluginOptions {
	/** Told each question about orders and its answer, to be put to PHP too. */
	readonly witness?: ( question: Question, answer: number ) => void;
	readonly without?: Weakness;
}

export class Plugin {
	private readonly levels = new Map< number, Answer >();
	private readonly orders: OrderLook;
	private runs = 0;

	constructor(
		private readonly stage: Stage,
		private readonly options: PluginOptions = {}
	) {
		this.orders = new OrderLook( stage );
	}

	/** A whole run over some products. A worker may die in it at any step; another does its phase again. */
	*run( skus: readonly number[] ): Generator< void > {
		const run = ++this.runs;
		const phases = [
			() => this.orders.look(),
			() => this.read( skus, run ),
			...( this.lacks( 'no_recheck' )
				? []
				: [ () => this.orders.look() ] ),
			() => this.write( skus, run ),
		];
		for ( const phase of phases ) {
			let died = false;
			do {
				died = yield* this.stage.mortal( phase() );
			} while ( died );
			yield;
		}
	}

	private *read(
		skus: readonly number[],
		read_by: number
	): Generator< void > {
		const { stage } = this;
		for ( const sku of skus ) {
			const read_at = stage.now();
			yield;
			const answer = {
				quantity: stage.crm.quantity.of( sku ),
				reserve: stage.crm.reserve.of( sku ),
				read_at,
				read_by,
				lost: stage.judge.lost( sku ),
			};
			const store = () => {
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

	private *write( skus: readonly number[], run: number ): Generator< void > {
		const { shop, judge } = this.stage;
		const planned = skus.filter(
			( sku ) => this.decided( sku, run ).wanted !== shop.stock.of( sku )
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
			// The transaction's snapshot: one moment for all that it reads.
			const writes = planned.map( ( sku ) => this.decided( sku, run ) );
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

	private decided( sku: number, run: number ) {
		const { rules, shop } = this.stage;
		const level = this.levels.get( sku );
		if ( undefined === level ) {
			throw new Error( 'A write follows a read.' );
		}
		const open = this.held( sku, level );
		const wanted = available( level, open, rules );
		const uncut = available( level, open, {
			...rules,
			allow_negative: true,
		} );
		const is_own =
			level.read_by === run ||
			this.lacks( 'any_level_raises' ) ||
			this.lacks( 'late_level_wins' );
		return {
			sku,
			wanted,
			to: is_own
				? wanted
				: target( wanted, shop.stock.of( sku ), level, run ),
			cut: wanted - uncut,
			// A number that is only lowered promises nothing new.
			lost: is_own ? level.lost : null,
		};
	}

	private held( sku: number, level: Level ): number {
		const lines = this.stage.shop.orders.flatMap( ( order ) =>
			this.lines( order, sku )
		);
		const question: Question = {
			lines,
			notes: lines.flatMap( ( { order_id } ) =>
				this.orders.notes.of( order_id )
			),
			sku: String( sku ),
			read_at: this.lacks( 'counted_whenever' )
				? Infinity
				: level.read_at,
			reserves_counted: this.stage.rules.subtract_reserve,
		};
		const answer = held( question );
		this.options.witness?.( question, answer );
		return answer;
	}

	/** Shop\OpenOrders::lines(). */
	private lines(
		{ id, status, reduced, quietly, lines }: ShopOrder,
		sku: number
	) {
		if ( this.lacks( 'marks_only' ) ) {
			return lines
				.filter(
					( line ) => line.sku === sku && 'cancelled' !== status
				)
				.map( ( { mark, ordered } ) => ( {
					order_id: id,
					taken: mark ?? 0,
					ordered,
				} ) )
				.filter( ( { taken } ) => taken > 0 );
		}
		return lines
			.filter( ( line ) => line.sku === sku )
			.map( ( { mark, ordered } ) => ( {
				order_id: id,
				ordered,
				taken: takenFor( {
					status,
					reduced,
					lately: ! quietly,
					mark,
					ordered,
				} ),
			} ) )
			.filter( ( { taken } ) => taken > 0 );
	}

	private lacks( weakness: Weakness ): boolean {
		return weakness === this.options.without;
	}
}
