<?php
/**
 * An order line with a product.
 */

declare(strict_types=1);

class WC_Order_Item_Product extends WC_Order_Item {
	/** @var array<string, mixed> */
	protected $extra_data = array(
		'product_id'   => 0,
		'variation_id' => 0,
		'quantity'     => 1,
		'tax_class'    => '',
		'subtotal'     => 0,
		'subtotal_tax' => 0,
		'total'        => 0,
		'total_tax'    => 0,
		'taxes'        => array(
			'total'    => array(),
			'subtotal' => array(),
		),
	);

	public function get_type() {
		return 'line_item';
	}

	public function get_product() {
		$id      = $this->get_variation_id() ? $this->get_variation_id() : $this->get_product_id();
		$product = wc_get_product( $id );
		return apply_filters( 'woocommerce_order_item_product', $product, $this );
	}

	public function get_quantity( $context = 'view' ) {
		return $this->get_prop( 'quantity', $context );
	}

	public function set_quantity( $value ) {
		$this->set_prop( 'quantity', wc_stock_amount( $value ) );
	}

	public function get_taxes( $context = 'view' ) {
		return $this->get_prop( 'taxes', $context );
	}

	public function set_taxes( $raw_tax_data ) {
		$this->set_prop( 'taxes', (array) maybe_unserialize( $raw_tax_data ) + array( 'total' => array(), 'subtotal' => array() ) );
	}
}
