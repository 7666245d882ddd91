import { isoTime, plainTime } from '../clock';
import type { Json, JsonObject } from '../json';
import type { Order, OrderLine } from '../model/order-types';
import type { World } from '../world';
import { offerJson } from './product-json';

export function orderJson(
	world: World,
	order: Order,
	includes: readonly string[]
): JsonObject {
	const total = order.products.reduce(
		( sum, { price, quantity } ) => sum + price * quantity,
		0
	);
	const status = statusJson( world, order.status_id );
	const row: JsonObject = {
		id: order.id,
		source_uuid: order.source_uuid,
		global_source_uuid: order.global_source_uuid,
		status_on_source: null === order.source_uuid ? null : 'new',
		source_id: order.source_id,
		client_id: 1,
		parent_id: order.parent_id,
		status_id: order.status_id,
		status_group_id: status[ 'group_id' ] ?? null,
		grand_total: total,
		shipping_price: '0.00',
		payment_status: 'paid',
		payments_total: total,
		has_reserves: order.has_reserves,
		created_at: isoTime( order.created_ms ),
		updated_at: isoTime( order.updated_ms ),
		ordered_at: isoTime( order.ordered_ms ),
		last_synced_at: plainTime( order.updated_ms ),
		closed_at:
			null === order.closed_ms ? null : plainTime( order.closed_ms ),
		deleted_at:
			null === order.deleted_ms ? null : isoTime( order.deleted_ms ),
	};
	if ( includes.some( ( name ) => name.startsWith( 'products' ) ) ) {
		row[ 'products' ] = order.products.map( ( line ) =>
			lineJson( world, line, includes )
		);
	}
	if ( includes.includes( 'status' ) ) {
		row[ 'status' ] = status;
	}
	if ( includes.includes( 'buyer' ) ) {
		// An invented buyer. A client must keep personal data out of its logs.
		row[ 'buyer' ] = {
			id: 1,
			full_name: 'Оксана П.',
			phone: '+380500000000',
		};
	}
	return row;
}

export function statusJson( world: World, id: number ): JsonObject {
	const { statuses } = world.orders.settings;
	const status = statuses.find( ( one ) => one.id === id );
	return undefined === status ? {} : { ...status, is_active: true };
}

function lineJson(
	world: World,
	line: OrderLine,
	includes: readonly string[]
): JsonObject {
	const row: JsonObject = {
		id: line.id,
		sku: line.sku,
		name: line.name,
		price: line.price,
		price_sold: line.price,
		quantity: line.quantity,
		unit_type: null,
		stock_status: line.stock_status,
		properties: [],
		product_status_id: null,
		shipment_type: 'warehouse',
		// KeyCRM sends it without `include` too (keycrm-server/API.md §7).
		warehouse: warehouseJson( world, line.warehouse_id ),
	};
	const offer = world.catalogue.offer( line.offer_id ?? 0 );
	if ( includes.includes( 'products.offer' ) ) {
		row[ 'offer' ] =
			undefined === offer ? null : offerJson( world, offer, [] );
	}
	return row;
}

function warehouseJson( { catalogue, clock }: World, id: number | null ): Json {
	const warehouse = catalogue.warehouses.get( id ?? 0 );
	if ( undefined === warehouse ) {
		return null;
	}
	const time = isoTime( clock.now() );
	return {
		id: warehouse.id,
		name: warehouse.name,
		description: 'Склад',
		is_active: warehouse.is_active,
		is_default: 1 === warehouse.id,
		address_id: 1,
		created_at: time,
		updated_at: time,
		deleted_at: null,
	};
}
