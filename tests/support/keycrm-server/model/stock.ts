import { EventEmitter } from 'node:events';
import type { Behaviour } from '../behaviour';
import type { Clock } from '../clock';
import type { Catalogue } from './catalogue';
import type { Levels, Offer, StockLine } from './types';

/** Causes of a stock change; KeyCRM sends its stock webhook after each of them. */
export type StockCause = 'order' | 'document' | 'api' | 'manual';

export interface StockMovement {
	offer_id: number;
	sku: string | null;
	warehouse_id: number;
	cause: StockCause;
	at_ms: number;
	/** Totals over all warehouses after the movement. */
	in_stock: number;
	in_reserve: number;
}

/** The only place where stock changes. It notifies listeners of each change. */
export class Stock {
	private readonly events = new EventEmitter< {
		movement: [ StockMovement ];
	} >();

	constructor(
		private readonly catalogue: Catalogue,
		private readonly behaviour: Behaviour,
		private readonly clock: Clock
	) {}

	/** @return Function that ends the listening. */
	onMovement( listener: ( movement: StockMovement ) => void ): () => void {
		this.events.on( 'movement', listener );
		return () => this.events.off( 'movement', listener );
	}

	/** The lines of active warehouses. */
	lines( offer: Offer ): StockLine[] {
		if ( 'counted' === this.behaviour.inactive_warehouses ) {
			return offer.stock;
		}
		return offer.stock.filter(
			( line ) =>
				this.catalogue.warehouses.get( line.warehouse_id )?.is_active
		);
	}

	totals( offer: Offer ): Levels {
		const totals = { quantity: 0, reserve: 0 };
		for ( const line of this.lines( offer ) ) {
			totals.quantity += line.quantity;
			totals.reserve += line.reserve;
		}
		return {
			quantity: withoutNoise( totals.quantity ),
			reserve: withoutNoise( totals.reserve ),
		};
	}

	/** Adds the differences to the warehouse's numbers. */
	move(
		offer: Offer,
		warehouse_id: number,
		by: Partial< Levels >,
		cause: StockCause
	): void {
		const line = this.line( offer, warehouse_id );
		line.quantity = withoutNoise( line.quantity + ( by.quantity ?? 0 ) );
		line.reserve = withoutNoise( line.reserve + ( by.reserve ?? 0 ) );
		this.tell( offer, warehouse_id, cause );
	}

	/** Sets the warehouse's quantity; its reserve stays. */
	set(
		offer: Offer,
		warehouse_id: number,
		quantity: number,
		cause: StockCause
	): void {
		const line = this.line( offer, warehouse_id );
		const changed = line.quantity !== quantity;
		line.quantity = quantity;
		if ( changed ) {
			this.tell( offer, warehouse_id, cause );
		}
	}

	private line( offer: Offer, warehouse_id: number ): StockLine {
		const known = offer.stock.find(
			( line ) => line.warehouse_id === warehouse_id
		);
		if ( undefined !== known ) {
			return known;
		}
		const line = { warehouse_id, quantity: 0, reserve: 0 };
		offer.stock.push( line );
		return line;
	}

	private tell(
		offer: Offer,
		warehouse_id: number,
		cause: StockCause
	): void {
		const at_ms = this.clock.now();
		if ( 'moves' === this.behaviour.updated_at_on_stock ) {
			offer.updated_ms = at_ms;
		}
		const { quantity, reserve } = this.totals( offer );
		this.events.emit( 'movement', {
			offer_id: offer.id,
			sku: offer.sku,
			warehouse_id,
			cause,
			at_ms,
			in_stock: quantity,
			in_reserve: reserve,
		} );
	}
}

/** Removes the error of binary fractions, so that 0.1 + 0.2 is 0.3. */
function withoutNoise( value: number ): number {
	return Math.abs( value ) < 1e9 ? Math.round( value * 1e6 ) / 1e6 : value;
}
