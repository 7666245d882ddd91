<?php
/**
 * The lines of an order, read at the first access.
 */

declare(strict_types=1);

namespace WooStandIn\Orders;

use WC_Order_Item;
use WC_Order_Item_Product;

trait HasLines {
	/** @var array<int|string, WC_Order_Item>|null Null until they have been read. */
	protected $items = null;

	public function get_items( $types = 'line_item' ) {
		$this->items ??= $this->data_store->read_items( $this, 'line_item' );
		$items         = in_array( 'line_item', (array) $types, true ) ? $this->items : array();
		return apply_filters( 'woocommerce_order_get_items', $items, $this, (array) $types );
	}

	public function get_item( $item_id, $load_from_db = true ) {
		return $this->get_items()[ $item_id ] ?? false;
	}

	public function get_item_count( $item_type = '' ) {
		$count = array_sum( array_map( static fn( WC_Order_Item $item ): int|float => $item->get_quantity(), $this->get_items() ) );
		return apply_filters( 'woocommerce_get_item_count', $count, $item_type, $this );
	}

	public function add_item( $item ) {
		$this->get_items();
		$item->set_order_id( $this->get_id() );
		$this->items[ $item->get_id() > 0 ? $item->get_id() : 'new:' . count( $this->items ) ] = $item;
	}

	public function remove_item( $item_id ) {
		$item = $this->get_item( $item_id );
		if ( false === $item ) {
			return false;
		}
		$item->delete();
		unset( $this->items[ $item_id ] );
	}

	public function add_product( $product, $qty = 1, $args = array() ) {
		$is_variation = $product->is_type( 'variation' );
		$total        = wc_get_price_excluding_tax( $product, array( 'qty' => $qty ) );
		$item         = new WC_Order_Item_Product();
		$item->set_props(
			$args + array(
				'name'         => $product->get_name(),
				'tax_class'    => $product->get_tax_class(),
				'product_id'   => $is_variation ? $product->get_parent_id() : $product->get_id(),
				'variation_id' => $is_variation ? $product->get_id() : 0,
				'subtotal'     => $total,
				'total'        => $total,
				'quantity'     => $qty,
			)
		);
		$item->set_order_id( $this->get_id() );
		$item->save();
		$this->add_item( $item );
		return $item->get_id();
	}

	protected function save_items() {
		if ( null === $this->items ) {
			return;
		}
		$saved = array();
		foreach ( $this->items as $item ) {
			$item->set_order_id( $this->get_id() );
			$saved[ $item->save() ] = $item;
		}
		$this->items = $saved;
	}
}
