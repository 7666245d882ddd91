/** Makes and changes orders of the shop with WooCommerce's own functions. */
import type { KeyCrmServer } from '../../../support/keycrm-server';
import { phpValue } from '../../../support/php-value';
import type { Shop } from '../../../support/worlds/shop';

export interface Line {
	/** A product or a variation. */
	readonly product: number;
	readonly quantity: number;
}

/** Returns PHP that makes an order and leaves its id in `$id`. */
export function orderCode( lines: readonly Line[], status: string ): string {
	return `
		$order = wc_create_order();
		foreach ( ${ phpValue( lines ) } as $line ) {
			$order->add_product( wc_get_product( $line['product'] ), $line['quantity'] );
		}
		$order->calculate_totals();
		$order->update_status( '${ status }' );
		$id = $order->get_id();`;
}

/** @return The order's id. A paid order has taken its pieces from stock. */
export async function placeOrder(
	shop: Shop,
	lines: readonly Line[],
	status = 'processing'
): Promise< number > {
	return Number(
		await shop.php( `${ orderCode( lines, status ) } return $id;` )
	);
}

/** Runs PHP for one order, which is `$order`. */
export function onOrder(
	shop: Shop,
	id: number,
	code: string
): Promise< unknown > {
	return shop.php( `$order = wc_get_order( ${ id } ); ${ code }` );
}

/** Pretends that the order was made so many days earlier. */
export async function ageOrder(
	shop: Shop,
	id: number,
	days: number
): Promise< void > {
	await onOrder(
		shop,
		id,
		`$order->set_date_created( time() - ${ days } * DAY_IN_SECONDS ); $order->save(); return true;`
	);
}

/** Returns the stock of a product from the database. */
export async function stockOf(
	shop: Shop,
	product: number
): Promise< number > {
	return Number(
		await shop.php(
			`global $wpdb; return $wpdb->get_var( "SELECT meta_value FROM {$wpdb->postmeta} WHERE post_id = ${ product } AND meta_key = '_stock'" );`
		)
	);
}

/** Keeps orders in tables of their own, or among the posts. */
export async function keepOrdersInTables(
	shop: Shop,
	on: boolean
): Promise< void > {
	await shop.php( `
		update_option( 'woocommerce_custom_orders_table_enabled', '${
			on ? 'yes' : 'no'
		}' );
		return true;` );
	const is_on = await shop.php(
		'return Automattic\\WooCommerce\\Utilities\\OrderUtil::custom_orders_table_usage_is_enabled();'
	);
	if ( is_on !== on ) {
		throw new Error( 'WooCommerce keeps its orders elsewhere.' );
	}
}

/** Sets the quantity in KeyCRM's first warehouse, as a stock-taking does. */
export function setInKeyCrm(
	{ world }: KeyCrmServer,
	sku: string,
	quantity: number
): void {
	for ( const offer of world.catalogue.offersOfSku( sku ) ) {
		world.stock.set( offer, 1, quantity, 'document' );
	}
}
