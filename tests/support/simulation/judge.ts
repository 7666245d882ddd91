/** Compares the shelf with the truth after every step. */
import type { KeyCrm } from './keycrm';
import type { Shop } from './shop';
import { Tally } from './tally';
import { truthOf } from './truth';

/** See truth.ts. */
const { max } = Math;

/**
 * A shop cannot know what KeyCRM has sold elsewhere, or lost, since it was last asked. So the shelf may
 * hold what is free, and what KeyCRM has lost since the level was formed from which the shelf was last
 * written; and where a number below 0 was cut to 0, the difference.
 */
export class Judge {
	/** The most pieces on the shelf that were not free. */
	excess = 0;
	/** The most pieces sold that nobody had, whatever KeyCRM lost. */
	oversold = 0;

	/** Whether a day has gone by in which nobody has done anything. */
	private is_over = false;
	private readonly losses = new Tally();
	private readonly known = new Tally();
	private readonly cut = new Tally();

	constructor(
		private readonly crm: KeyCrm,
		private readonly shop: Shop,
		private readonly skus: readonly number[],
		private readonly subtract_reserve: boolean
	) {}

	/** What KeyCRM has lost of a product so far, through no sale of the shop's. */
	lost( sku: number ): number {
		return this.losses.of( sku );
	}

	/** Something happens in KeyCRM; whatever is no longer free afterwards is lost. */
	inKeyCrm( happens: () => void ): void {
		const before = this.skus.map( ( sku ) => this.free( sku ) );
		happens();
		this.skus.forEach( ( sku, place ) => {
			const by = ( before[ place ] ?? 0 ) - this.free( sku );
			this.losses.add( sku, max( 0, by ) );
		} );
	}

	/** The shelf was written, from a level that knew of these losses. */
	written( sku: number, lost: number, cut: number ): void {
		this.known.set( sku, lost );
		this.cut.set( sku, cut );
	}

	aDayLater(): void {
		this.is_over = true;
	}

	look(): void {
		for ( const sku of this.skus ) {
			const free = this.free( sku );
			const unknown = this.losses.of( sku ) - this.known.of( sku );
			const allowed = free + unknown + this.cut.of( sku );
			this.excess = max(
				this.excess,
				this.shop.stock.of( sku ) - allowed
			);
			this.oversold = max( this.oversold, -free - this.losses.of( sku ) );
		}
	}

	/** What the shelf has to show when nothing happens any more. */
	expected( sku: number, allow_negative: boolean ): number {
		const { free, stale } = this.truth( sku );
		return allow_negative ? free - stale : max( 0, free - stale );
	}

	private free( sku: number ): number {
		return this.truth( sku ).free;
	}

	private truth( sku: number ) {
		return truthOf(
			this.crm,
			this.shop,
			sku,
			this.subtract_reserve,
			this.is_over
		);
	}
}
