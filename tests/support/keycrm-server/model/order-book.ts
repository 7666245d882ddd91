import { EventEmitter } from 'node:events';
import type { World } from '../world';
import type { OrderSettings } from './order-settings';
import { normalOrderSettings, STATUS } from './order-settings';
import { OrderStock } from './order-stock';
import type { Order, OrderLine, OrderSeed } from './order-types';

const FIRST_ORDER_ID = 40001;
const FIRST_LINE_ID = 140001;

/** The account's orders. A new order or a change of status may change the stock. */
export class OrderBook {
	readonly settings: OrderSettings = normalOrderSettings();
	private readonly orders = new Map< number, Order >();
	private readonly effect: OrderStock;
	private readonly events = new EventEmitter< { status: [ Order ] } >();
	private next_order = FIRST_ORDER_ID;
	private next_line = FIRST_LINE_ID;

	constructor( private readonly world: World ) {
		const { catalogue, stock, behaviour } = world;
		this.effect = new OrderStock( catalogue, stock, behaviour );
	}

	/** Runs for each change of an order's status, but not for new orders. */
	onStatus( listener: ( order: Order ) => void ): void {
		this.events.on( 'status', listener );
	}

	/** Newest first, as KeyCRM lists them. */
	all(): Order[] {
		return [ ...this.orders.values() ]
			.filter( ( order ) => this.isShown( order ) )
			.reverse();
	}

	order( id: number ): Order | undefined {
		const order = this.orders.get( id );
		return undefined !== order && this.isShown( order ) ? order : undefined;
	}

	/** @return Id of the order; one that arrives later has it from the start. */
	create( seed: OrderSeed ): number {
		const id = this.next_order++;
		if ( undefined === seed.arrives_in_ms ) {
			this.arrive( id, seed );
		} else {
			this.world.schedule.in( seed.arrives_in_ms, () =>
				this.arrive( id, seed )
			);
		}
		return id;
	}

	setStatus( id: number, status_id: number ): void {
		const order = this.known( id );
		this.enter( order, status_id );
		this.events.emit( 'status', order );
	}

	private enter( order: Order, status_id: number ): void {
		const now = this.world.clock.now();
		const { statuses } = this.settings;
		const status = statuses.find( ( one ) => one.id === status_id );
		order.status_id = status_id;
		order.updated_ms = now;
		order.closed_ms = status?.is_closing_order ? now : null;
		this.effect.follow( order, this.settings );
	}

	/** Edits the order: sets the quantity of each of its lines. */
	setQuantity( id: number, quantity: number ): void {
		const order = this.known( id );
		this.effect.release( order );
		for ( const line of order.products ) {
			line.quantity = quantity;
		}
		order.updated_ms = this.world.clock.now();
		this.effect.follow( order, this.settings );
	}

	/** Deletes the order and releases its stock. A switch says whether it is still listed. */
	remove( id: number ): void {
		const order = this.known( id );
		order.deleted_ms = this.world.clock.now();
		order.updated_ms = order.deleted_ms;
		this.effect.release( order );
	}

	/**
	 * Makes a new order with the same lines and this one as its parent. It has the status "new" and holds no stock.
	 *
	 * @param keeps_number Whether the copy bears the shop's number too.
	 * @return Id of the copy.
	 */
	copy( id: number, keeps_number: boolean ): number {
		const { source_id, source_uuid, ordered_ms, products } =
			this.known( id );
		return this.create( {
			source_id,
			source_uuid: keeps_number ? source_uuid : null,
			parent_id: id,
			ordered_ms,
			products: products.map(
				( {
					offer_id,
					sku,
					name,
					quantity,
					price,
					warehouse_id,
				} ) => ( {
					...( null === offer_id ? {} : { offer_id } ),
					sku,
					name,
					quantity,
					price,
					warehouse_id,
				} )
			),
		} );
	}

	/**
	 * Moves lines to a new order whose parent is this one; no stock moves.
	 *
	 * @return Id of the new order.
	 */
	split( id: number, line_ids: readonly number[] ): number {
		const order = this.known( id );
		const leaves = ( line: OrderLine ) => line_ids.includes( line.id );
		const now = this.world.clock.now();
		const part: Order = {
			...order,
			id: this.next_order++,
			parent_id: order.id,
			products: order.products.filter( leaves ),
			created_ms: now,
			updated_ms: now,
		};
		order.products = order.products.filter( ( line ) => ! leaves( line ) );
		order.updated_ms = now;
		this.orders.set( part.id, part );
		return part.id;
	}

	clear(): void {
		this.orders.clear();
	}

	private isShown( { deleted_ms }: Order ): boolean {
		return (
			null === deleted_ms ||
			'listed' === this.world.behaviour.deleted_orders
		);
	}

	private known( id: number ): Order {
		const order = this.orders.get( id );
		if ( undefined === order ) {
			throw new Error( `There is no order ${ id }.` );
		}
		return order;
	}

	private arrive( id: number, seed: OrderSeed ): void {
		const now = this.world.clock.now();
		const order: Order = {
			id,
			source_id: seed.source_id ?? this.settings.sources[ 0 ]?.id ?? 1,
			source_uuid: seed.source_uuid ?? null,
			global_source_uuid: seed.global_source_uuid ?? null,
			parent_id: seed.parent_id ?? null,
			status_id: STATUS.new,
			has_reserves: seed.has_reserves ?? false,
			products: seed.products.map( ( line ) => this.line( line ) ),
			ordered_ms: seed.ordered_ms ?? now,
			created_ms: now,
			updated_ms: now,
			closed_ms: null,
			deleted_ms: null,
		};
		this.orders.set( id, order );
		this.enter( order, seed.status_id ?? STATUS.new );
	}

	private line( seed: OrderSeed[ 'products' ][ number ] ): OrderLine {
		const { catalogue } = this.world;
		const offer =
			undefined === seed.offer_id
				? catalogue.offersOfSku( seed.sku ?? '' )[ 0 ]
				: catalogue.offer( seed.offer_id );
		const [ first_warehouse ] = catalogue.warehouses.keys();
		const chosen = seed.warehouse_id;
		return {
			id: this.next_line++,
			offer_id: offer?.id ?? null,
			sku: seed.sku ?? offer?.sku ?? null,
			name: seed.name ?? offer?.product.name ?? 'Товар',
			quantity: seed.quantity,
			price: seed.price ?? offer?.price ?? 0,
			warehouse_id:
				undefined === chosen ? first_warehouse ?? null : chosen,
			held: 'nothing',
			stock_status: seed.stock_status ?? null,
			stock_status_is_fixed: undefined !== seed.stock_status,
		};
	}
}
