<?php
/**
 * Stock properties of a product, with WooCommerce's cleaning of each.
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

	/** An empty text means "no quantity", which differs from 0. */
	public function set_stock_quantity( $quantity ) {
		$this->set_prop( 'stock_quantity', '' === $quantity ? null : wc_stock_amount( $quantity ) );
	}

	public function get_stock_status( $context = 'view' ) {
		return $this->get_prop( 'stock_status', $context );
	}

	/** An unknown status becomes "in stock". */
	public function set_stock_status( $status = ProductStockStatus::IN_STOCK ) {
		$this->set_prop( 'stock_status', array_key_exists( $status, wc_get_product_stock_status_options() ) ? $status : ProductStockStatus::IN_STOCK );
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
		$this->set_prop( 'low_stock_amount', is_numeric( $amount ) ? absint( $amount ) : '' );
	}
}
