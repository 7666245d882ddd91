<?php
/**
 * A product without variations.
 */

declare(strict_types=1);

class WC_Product_Simple extends WC_Product {
	/** @var list<string> */
	protected $supports = array( 'ajax_add_to_cart' );

	public function __construct( $product = 0 ) {
		parent::__construct( $product );
	}

	public function get_type() {
		return 'simple';
	}
}
