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
	/** Warehouses whose sum is sent; empty: all. */
	warehouses: readonly number[];
}

/**
 * Sends KeyCRM's webhooks (keycrm-server/API.md §11): after each action one call with all its offers to each address.
 * It sends nothing about changes before an address was added.
 */
export class WebhookSender {
	/** All calls with their answers, the oldest first. */
	readonly calls: WebhookCall[] = [];
	private targets: WebhookTarget[] = [];
	/** Offers that the current action has changed. */
	private moved = new Set< number >();
	private held: ( () => Promise< void > )[] = [];
	/** Resolves after the last started call. */
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

	/** Sends this body unchanged to every address. */
	send( body: string ): void {
		for ( const { url } of this.targets ) {
			this.deliver( url, body );
		}
	}

	/** Sends the calls that were held. */
	release( sequence: 'in_order' | 'reversed' ): void {
		const held = this.held;
		this.held = [];
		for ( const call of 'reversed' === sequence ? held.reverse() : held ) {
			this.begin( call );
		}
	}

	/** Resolves when every call has been answered. */
	async settled(): Promise< void > {
		// The webhooks of an action start only after its turn of the event loop.
		await new Promise( ( resolve ) => setImmediate( resolve ) );
		await this.underWay;
	}

	/** Removes all calls; keeps the addresses. */
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

	/** Sends the calls one after another. */
	private begin( call: () => Promise< void > ): void {
		this.underWay = this.underWay.then( call );
	}
}
