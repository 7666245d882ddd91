/** What happens in a shop beside a sync: customers buy, people edit. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/** A customer who buys two pieces at the moment before the writer locks its page. */
export const LATE_SALE = phpFile( __dirname, 'late-sale.php' );

/** The next page that the writer locks meets the customer of LATE_SALE. */
export function sellLate( shop: Shop, id: number ): Promise< unknown > {
	return shop.php( `update_option( 'late_sale', ${ id } ); return true;` );
}

/** A customer orders, and WooCommerce lowers the number; gives the order's id. */
export function sellNow(
	shop: Shop,
	id: number,
	quantity: number
): Promise< unknown > {
	return shop.php( `
		$order = wc_create_order();
		$order->add_product( wc_get_product( ${ id } ), ${ quantity } );
		$order->save();
		wc_reduce_stock_levels( $order->get_id() );
		return $order->get_id();
	` );
}

export function setByHand(
	shop: Shop,
	id: number,
	quantity: number
): Promise< unknown > {
	return shop.php(
		`return wc_update_product_stock( ${ id }, ${ quantity }, 'set' );`
	);
}
