<?php
/**
 * A product that only groups other products.
 */

declare(strict_types=1);

class WC_Product_Grouped extends WC_Product {
	/** @var array<string, mixed> */
	protected $extra_data = array( 'children' => array() );

	public function get_type() {
		return 'grouped';
	}

	public function get_children( $context = 'view' ) {
		return $this->get_prop( 'children', $context );
	}

	public function set_children( $children ) {
		$this->set_prop( 'children', array_filter( wp_parse_id_list( (array) $children ) ) );
	}

	public function is_purchasable() {
		return apply_filters( 'woocommerce_is_purchasable', false, $this );
	}
}
