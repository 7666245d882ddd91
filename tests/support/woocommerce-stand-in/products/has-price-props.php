<?php
/**
 * Prices of a product.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

trait HasPriceProps {
	public function get_price( $context = 'view' ) {
		return $this->get_prop( 'price', $context );
	}

	public function set_price( $price ) {
		$this->set_prop( 'price', wc_format_decimal( $price ) );
	}

	public function get_regular_price( $context = 'view' ) {
		return $this->get_prop( 'regular_price', $context );
	}

	public function set_regular_price( $price ) {
		$this->set_prop( 'regular_price', wc_format_decimal( $price ) );
	}

	public function get_sale_price( $context = 'view' ) {
		return $this->get_prop( 'sale_price', $context );
	}

	public function set_sale_price( $price ) {
		$this->set_prop( 'sale_price', wc_format_decimal( $price ) );
	}

	public function get_tax_status( $context = 'view' ) {
		return $this->get_prop( 'tax_status', $context );
	}

	public function set_tax_status( $status ) {
		$this->set_prop( 'tax_status', '' === (string) $status ? 'taxable' : strtolower( (string) $status ) );
	}

	public function get_tax_class( $context = 'view' ) {
		return $this->get_prop( 'tax_class', $context );
	}

	/** Only the tax classes of a new shop; any other value becomes the standard class. */
	public function set_tax_class( $class ) {
		$class = sanitize_title( $class );
		$this->set_prop( 'tax_class', in_array( $class, $this->get_valid_tax_classes(), true ) ? $class : '' );
	}

	protected function get_valid_tax_classes() {
		return array( 'reduced-rate', 'zero-rate' );
	}
}
