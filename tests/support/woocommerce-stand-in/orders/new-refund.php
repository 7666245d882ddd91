<?php
/**
 * Builds a refund of an order with negative lines, without saving it.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

use WC_Order;
use WC_Order_Item_Product;
use WC_Order_Refund;

final class NewRefund {
	/** @param array<string, mixed> $args Of wc_create_refund(). */
	public static function of( WC_Order $order, array $args ): WC_Order_Refund {
		$refund = new WC_Order_Refund();
		$refund->set_props(
			array(
				'currency'    => $order->get_currency(),
				'amount'      => $args['amount'],
				'total'       => -1 * $args['amount'],
				'parent_id'   => $order->get_id(),
				'reason'      => (string) $args['reason'],
				'refunded_by' => max( 1, get_current_user_id() ),
			)
		);
		foreach ( array_intersect_key( $order->get_items(), $args['line_items'] ) as $item_id => $item ) {
			$refund->add_item( self::line( $item, $args['line_items'][ $item_id ] ) );
		}
		return $refund;
	}

	/** @param array{qty?: int, refund_total?: float} $refunded */
	private static function line( WC_Order_Item_Product $item, array $refunded ): WC_Order_Item_Product {
		$line = new WC_Order_Item_Product();
		$line->set_props(
			array(
				'name'         => $item->get_name(),
				'product_id'   => $item->get_product_id(),
				'variation_id' => $item->get_variation_id(),
				'tax_class'    => $item->get_tax_class(),
				'quantity'     => -1 * ( $refunded['qty'] ?? 0 ),
				'total'        => -1 * ( $refunded['refund_total'] ?? 0 ),
				'subtotal'     => -1 * ( $refunded['refund_total'] ?? 0 ),
			)
		);
		$line->add_meta_data( '_refunded_item_id', $item->get_id(), true );
		return $line;
	}
}
