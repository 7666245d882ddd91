/** Opens a shop with a cap and a shirt, ten of each, for tests of orders. */
import type { HoldOrders } from '../../../../src-admin/contract';
import { bulkFill } from '../../../support/fill/bulk-fill';
import { placeOrder, stockOf, keepOrdersInTables } from './orders';
import { openSession, save, sync } from '../session';
import type { Session } from '../session';

/** Another plugin that names the orders that KeyCRM counts: those in an option. */
const CONNECTOR = `<?php add_filter( 'keycrm_stock_counted_orders',
	static fn ( array $counted, array $ids ): array => array_merge( $counted, array_intersect( $ids, (array) get_option( 'connector_counted', array() ) ) ), 10, 2 );`;

const TEN = { price: 1, stock: 10, type: 'simple', parent: -1 } as const;

/** The two order storages of WooCommerce, for describe.each. */
export const PLACES = [
	[ 'in tables of their own', true ],
	[ 'among the posts', false ],
] as const;

/** Product ids. The shirt keeps the number of its size M; size S keeps its own. */
export interface Goods {
	readonly cap: number;
	readonly shirt: number;
	readonly shirt_s: number;
	readonly shirt_m: number;
}

export interface OrdersSession extends Session {
	readonly goods: Goods;
	hold( hold_orders: Partial< HoldOrders > ): Promise< unknown >;
	/** Runs a whole sync, which must succeed. */
	syncs(): ReturnType< typeof sync >;
	/** @return The order's id. */
	buy(
		product: number,
		quantity: number,
		status?: string
	): Promise< number >;
	stock( product?: number ): Promise< number >;
	/** Deletes all orders and everything known of them, and sets KeyCRM's numbers in the shop. */
	startAnew(): Promise< void >;
}

/** @param mu Further must-use plugins. */
export async function openOrdersSession(
	tables: boolean,
	mu: Record< string, string > = {}
): Promise< OrdersSession > {
	const session = await openSession(
		{
			offers: [ 'CAP', 'SHIRT', 'SHIRT-S' ].map( ( sku ) => ( {
				sku,
				quantity: 10,
			} ) ),
		},
		{ mu: { connector: CONNECTOR, ...mu } }
	);
	const { shop, keycrm } = session;
	await keepOrdersInTables( shop, tables );
	const [ cap = 0, shirt = 0, shirt_s = 0, shirt_m = 0 ] = await bulkFill(
		shop,
		[
			{ ...TEN, sku: 'CAP', name: 'Cap' },
			{ ...TEN, sku: 'SHIRT', name: 'Shirt', type: 'variable' },
			{ ...TEN, sku: 'SHIRT-S', name: 'S', type: 'variation', parent: 1 },
			{
				...TEN,
				sku: '',
				name: 'M',
				type: 'variation',
				parent: 1,
				stock: null,
			},
		]
	);
	const hold = ( hold_orders: Partial< HoldOrders > ) =>
		save( shop, {
			guard: { min_products: 1000 },
			hold_orders: { detect: false, ...hold_orders },
		} );
	const syncs = async () => {
		const run = await sync( shop );
		expect( run.error ).toBeNull();
		return run;
	};
	const stock = ( product = cap ) => stockOf( shop, product );
	return {
		...session,
		goods: { cap, shirt, shirt_s, shirt_m },
		hold,
		syncs,
		buy: ( product, quantity, status ) =>
			placeOrder( shop, [ { product, quantity } ], status ),
		stock,
		startAnew: async () => {
			await shop.php( `
				foreach ( wc_get_orders( array( 'limit' => -1, 'return' => 'ids' ) ) as $id ) {
					wc_get_order( $id )->delete( true );
				}
				delete_option( 'keycrm_stock_order_channel' );
				delete_option( 'keycrm_stock_order_look' );
				return true;` );
			const { orders } = keycrm.world;
			orders.all().forEach( ( { id } ) => orders.remove( id ) );
			orders.clear();
			await shop.sql( 'DELETE FROM wp_keycrm_stock_orders' );
			await hold( { mode: 'off' } );
			await syncs();
			expect( await stock() ).toBe( 10 );
		},
	};
}
