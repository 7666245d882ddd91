<?php
/**
 * The line of a refund that answers to a line of the order.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

use WC_Order_Item_Product;

final class RefundLine {
	/** @param array{qty?: int, refund_total?: float} $refunded */
	public static function of( WC_Order_Item_Product $item, array $refunded ): WC_Order_Item_Product {
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
