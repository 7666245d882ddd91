<?php
/**
 * Stock values of a product, with the cleaning WooCommerce gives each when it is set.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

use Automattic\WooCommerce\Enums\ProductStockStatus;

trait HasStockProps {
	public function get_manage_stock( $context = 'view' ) {
		return $this->get_prop( 'manage_stock', $context );
	}

	public function set_manage_stock( $manage_stock ) {
		$this->set_prop( 'manage_stock', wc_string_to_bool( $manage_stock ) );
	}

	public function get_stock_quantity( $context = 'view' ) {
		return $this->get_prop( 'stock_quantity', $context );
	}

	public function set_stock_quantity( $quantity ) {
		$this->set_prop( 'stock_quantity', '' !== $quantity ? wc_stock_amount( $quantity ) : null );
	}

	public function get_stock_status( $context = 'view' ) {
		return $this->get_prop( 'stock_status', $context );
	}

	/** A status nobody knows becomes "in stock". */
	public function set_stock_status( $status = ProductStockStatus::IN_STOCK ) {
		$this->set_prop( 'stock_status', array_key_exists( $status, wc_get_product_stock_status_options() ) ? $status : 'instock' );
	}

	public function get_backorders( $context = 'view' ) {
		return $this->get_prop( 'backorders', $context );
	}

	public function set_backorders( $backorders ) {
		$this->set_prop( 'backorders', $backorders );
	}

	public function get_low_stock_amount( $context = 'view' ) {
		return $this->get_prop( 'low_stock_amount', $context );
	}

	public function set_low_stock_amount( $amount ) {
		$this->set_prop( 'low_stock_amount', '' === $amount ? '' : absint( $amount ) );
	}

	public function get_sold_individually( $context = 'view' ) {
		return $this->get_prop( 'sold_individually', $context );
	}

	public function set_sold_individually( $sold_individually ) {
		$this->set_prop( 'sold_individually', wc_string_to_bool( $sold_individually ) );
	}

	public function get_total_sales( $context = 'view' ) {
		return $this->get_prop( 'total_sales', $context );
	}

	public function set_total_sales( $total ) {
		$this->set_prop( 'total_sales', absint( $total ) );
	}
}
