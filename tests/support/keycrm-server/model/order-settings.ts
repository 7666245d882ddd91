import type { OrderSource, OrderStatus } from './order-types';

function status(
	id: number,
	group_id: number,
	alias: string,
	name: string
): OrderStatus {
	const is_closing_order = group_id >= 5;
	const is_reserved = 'new' === alias || is_closing_order;
	return { id, name, alias, group_id, is_closing_order, is_reserved };
}

export const STATUS = {
	new: 1,
	agreed: 2,
	packing: 3,
	delivery: 4,
	completed: 5,
	cancelled: 6,
} as const;

/** Statuses, sources, and the owner's settings for reserve and write-off. */
export interface OrderSettings {
	statuses: OrderStatus[];
	sources: OrderSource[];
	reserve_status_ids: number[];
	write_off_status_ids: number[];
}

export function normalOrderSettings(): OrderSettings {
	return {
		statuses: [
			status( STATUS.new, 1, 'new', 'Новий' ),
			status( STATUS.agreed, 2, 'agreed', 'Погоджено' ),
			status( STATUS.packing, 3, 'packing', 'Комплектується' ),
			status( STATUS.delivery, 4, 'delivery', 'Доставляється' ),
			status( STATUS.completed, 5, 'completed', 'Виконано' ),
			status( STATUS.cancelled, 6, 'cancelled', 'Скасовано' ),
		],
		sources: [
			source( 1, 'Інтернет-магазин', 'wordpress' ),
			source( 2, 'Instagram', 'instagram' ),
		],
		reserve_status_ids: [ STATUS.agreed, STATUS.packing ],
		write_off_status_ids: [ STATUS.delivery, STATUS.completed ],
	};
}

function source( id: number, name: string, driver: string ): OrderSource {
	return {
		id,
		name,
		alias: driver,
		driver,
		source_uuid: null,
		source_name: null,
		currency_code: 'UAH',
	};
}
