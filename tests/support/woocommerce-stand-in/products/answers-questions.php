<?php
/**
 * Methods that answer questions about a product without changing it.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

trait AnswersQuestions {
	public function supports( $feature ) {
		return apply_filters( 'woocommerce_product_supports', in_array( $feature, $this->supports, true ), $feature, $this );
	}

	public function exists() {
		return false !== $this->get_status();
	}

	public function is_type( $type ) {
		return in_array( $this->get_type(), (array) $type, true );
	}

	public function is_virtual() {
		return apply_filters( 'woocommerce_is_virtual', true === $this->get_virtual(), $this );
	}

	public function is_downloadable() {
		return apply_filters( 'woocommerce_is_downloadable', true === $this->get_downloadable(), $this );
	}

	/** On sale: the sale price is below the regular one, and today is within the sale's dates. */
	public function is_on_sale( $context = 'view' ) {
		$sale    = $this->get_sale_price( $context );
		$from    = $this->get_date_on_sale_from( $context );
		$to      = $this->get_date_on_sale_to( $context );
		$on_sale = '' !== (string) $sale
			&& $this->get_regular_price( $context ) > $sale
			&& ( null === $from || $from->getTimestamp() <= time() )
			&& ( null === $to || $to->getTimestamp() >= time() );
		return 'view' === $context ? apply_filters( 'woocommerce_product_is_on_sale', $on_sale, $this ) : $on_sale;
	}

	public function is_in_stock() {
		return apply_filters( 'woocommerce_product_is_in_stock', 'outofstock' !== $this->get_stock_status(), $this );
	}

	public function managing_stock() {
		return 'yes' === get_option( 'woocommerce_manage_stock' ) ? $this->get_manage_stock() : false;
	}

	public function backorders_allowed() {
		return apply_filters( 'woocommerce_product_backorders_allowed', in_array( $this->get_backorders(), array( 'yes', 'notify' ), true ), $this->get_id(), $this );
	}

	public function is_on_backorder( $qty_in_cart = 0 ) {
		return 'onbackorder' === $this->get_stock_status()
			|| ( $this->managing_stock() && $this->backorders_allowed() && $this->get_stock_quantity() - $qty_in_cart < 0 );
	}

	public function has_enough_stock( $quantity ) {
		return ! $this->managing_stock() || $this->backorders_allowed() || $this->get_stock_quantity() >= $quantity;
	}

	public function is_purchasable() {
		$may_see = 'publish' === $this->get_status() || current_user_can( 'edit_post', $this->get_id() );
		return apply_filters( 'woocommerce_is_purchasable', $this->exists() && $may_see && '' !== $this->get_price(), $this );
	}

	public function has_child() {
		return array() !== $this->get_children();
	}

	public function get_children() {
		return array();
	}

	public function get_stock_managed_by_id() {
		return $this->get_id();
	}

	public function get_title() {
		return apply_filters( 'woocommerce_product_title', $this->get_name(), $this );
	}

	public function get_permalink() {
		return get_permalink( $this->get_id() );
	}

	public function get_formatted_name() {
		return $this->get_name() . ' (' . ( $this->get_sku() ? $this->get_sku() : '#' . $this->get_id() ) . ')';
	}

	public function get_attribute( $attribute ) {
		$found = $this->get_attributes()[ sanitize_title( $attribute ) ] ?? null;
		if ( $found instanceof \WC_Product_Attribute ) {
			return wc_implode_text_attributes( $found->get_options() );
		}
		return is_string( $found ) ? $found : '';
	}

	public function get_downloads( $context = 'view' ) {
		return $this->get_prop( 'downloads', $context );
	}
}
