import { orderJson } from '../endpoints/order-json';
import type { JsonObject } from '../json';
import type { Order } from '../model/order-types';
import type { Offer } from '../model/types';
import type { World } from '../world';
import { attempt } from './attempt';
import type { WebhookCall } from './attempt';

export interface WebhookTarget {
	url: string;
	/** Changes of stock, of the status of orders, or both. */
	kinds: readonly ( 'stock' | 'order' )[];
	/** Whose sum is sent; none means all. */
	warehouses: readonly number[];
}

/**
 * Sends what KeyCRM sends by itself (keycrm-server/API.md §11): after one action one call with all its offers, to each
 * address. Nothing of what was there before an address was added.
 */
export class WebhookSender {
	/** What was sent, and what came back; the oldest first. */
	readonly calls: WebhookCall[] = [];
	private targets: WebhookTarget[] = [];
	/** Offers that the action under way has moved. */
	private moved = new Set< number >();
	private held: ( () => Promise< void > )[] = [];
	/** Ends with the last call that was begun. */
	private underWay: Promise< void > = Promise.resolve();

	constructor( private readonly world: World ) {
		world.stock.onMovement( ( { offer_id } ) => this.note( offer_id ) );
		world.orders.onStatus( ( order ) => this.tellStatus( order ) );
	}

	connect( target: Partial< WebhookTarget > & { url: string } ): void {
		this.targets = [
			...this.targets.filter( ( { url } ) => url !== target.url ),
			{ kinds: [ 'stock' ], warehouses: [], ...target },
		];
	}

	/** @param url One address; without it all. */
	disconnect( url?: string ): void {
		this.targets = this.targets.filter(
			( target ) => undefined !== url && target.url !== url
		);
	}

	connected(): readonly WebhookTarget[] {
		return this.targets;
	}

	/** Sends any body to every address, as it is. */
	send( body: string ): void {
		for ( const { url } of this.targets ) {
			this.deliver( url, body );
		}
	}

	/** Sends what was held back. */
	release( sequence: 'in_order' | 'reversed' ): void {
		const held = this.held;
		this.held = [];
		for ( const call of 'reversed' === sequence ? held.reverse() : held ) {
			this.begin( call );
		}
	}

	/** Resolves when every call has been answered. */
	async settled(): Promise< void > {
		// The action's own turn must end first.
		await new Promise( ( resolve ) => setImmediate( resolve ) );
		await this.underWay;
	}

	/** Forgets calls, not addresses. */
	clear(): void {
		this.calls.length = 0;
		this.moved.clear();
		this.held = [];
	}

	private note( offerId: number ): void {
		if ( 0 === this.moved.size ) {
			setImmediate( () => this.tellMoved() );
		}
		this.moved.add( offerId );
	}

	private tellMoved(): void {
		const offers = [ ...this.moved ]
			.sort( ( one, other ) => one - other )
			.flatMap( ( id ) => this.world.catalogue.offer( id ) ?? [] );
		this.moved.clear();
		for ( const target of this.targets ) {
			if ( offers.length > 0 && target.kinds.includes( 'stock' ) ) {
				const items = offers.map( ( offer ) =>
					this.item( offer, target )
				);
				this.deliver( target.url, JSON.stringify( items ) );
			}
		}
	}

	private tellStatus( order: Order ): void {
		const body = JSON.stringify( {
			event: 'order.change_order_status',
			context: orderJson( this.world, order, [] ),
		} );
		for ( const { url, kinds } of this.targets ) {
			if ( kinds.includes( 'order' ) ) {
				this.deliver( url, body );
			}
		}
	}

	private item( offer: Offer, { warehouses }: WebhookTarget ): JsonObject {
		const { webhook_sku: sku, webhook_numbers: numbers } =
			this.world.behaviour;
		const lines = this.world.stock
			.lines( offer )
			.filter(
				( { warehouse_id } ) =>
					0 === warehouses.length ||
					warehouses.includes( warehouse_id )
			);
		const sum = ( of: 'quantity' | 'reserve' ) =>
			lines.reduce( ( total, line ) => total + line[ of ], 0 );
		return {
			offer_id: offer.id,
			...( 'absent' === sku
				? {}
				: { sku: 'null' === sku ? null : offer.sku } ),
			in_stock: 'absurd' === numbers ? -49_833 : sum( 'quantity' ),
			in_reserve: 'absurd' === numbers ? 1736 : sum( 'reserve' ),
		};
	}

	private deliver( url: string, body: string ): void {
		const call = () => attempt( this.world, this.calls, url, body );
		switch ( this.world.behaviour.webhook_delivery ) {
			case 'never':
				return;
			case 'held':
				this.held.push( call );
				return;
			case 'twice':
				this.begin( call );
				this.begin( call );
				return;
			case 'once':
				this.begin( call );
		}
	}

	/** One after the other, as one program sends them. */
	private begin( call: () => Promise< void > ): void {
		this.underWay = this.underWay.then( call );
	}
}
