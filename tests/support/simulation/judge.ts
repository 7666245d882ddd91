/** Compares the shop's stock with the truth after each step. */
import type { KeyCrm } from './keycrm';
import type { Shop } from './shop';
import { Tally } from './tally';
import { truthOf } from './truth';

/** See truth.ts. */
const { max } = Math;

/**
 * A shop cannot know what KeyCRM has sold elsewhere, or lost, after the last answer. So the shop may show the free
 * pieces plus those that KeyCRM lost after the written level was formed. If the plugin raised a negative number to 0,
 * that difference is allowed too.
 */
export class Judge {
	/** The most pieces that the shop showed although they were not free. */
	excess = 0;
	/** The most pieces sold that did not exist, without those that KeyCRM lost. */
	oversold = 0;

	/** Whether a day without any activity has passed. */
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

	/** Pieces of a product that KeyCRM has lost so far, other than by the shop's sales. */
	lost( sku: number ): number {
		return this.losses.of( sku );
	}

	/** Runs a change in KeyCRM. Pieces that are not free afterwards count as lost. */
	inKeyCrm( happens: () => void ): void {
		const before = this.skus.map( ( sku ) => this.free( sku ) );
		happens();
		this.skus.forEach( ( sku, place ) => {
			const by = ( before[ place ] ?? 0 ) - this.free( sku );
			this.losses.add( sku, max( 0, by ) );
		} );
	}

	/** The plugin wrote the number from a level that included these losses. */
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

	/** The number that the shop must show when nothing happens any more. */
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
