/** Makes sales and edits in a shop during a sync. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/** A customer who buys two pieces just before the writer locks its page. */
export const LATE_SALE = phpFile( __dirname, 'late-sale.php' );

/** Lets LATE_SALE sell two pieces of this product before the writer locks its next page. */
export function sellLate( shop: Shop, id: number ): Promise< unknown > {
	return shop.php( `update_option( 'late_sale', ${ id } ); return true;` );
}

/** Places an order, for which WooCommerce lowers the number, and returns its id. */
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
