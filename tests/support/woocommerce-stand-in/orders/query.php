<?php
/**
 * The arguments of wc_get_orders() with their defaults.
 */

declare(strict_types=1);

class WC_Order_Query {
	/** @var array<string, mixed> */
	protected $query_vars = array();

	public function __construct( $args = array() ) {
		$this->query_vars = $args + array(
			'status'  => array_keys( wc_get_order_statuses() ),
			'type'    => wc_get_order_types( 'view-orders' ),
			'limit'   => get_option( 'posts_per_page' ),
			'page'    => 1,
			'offset'  => '',
			'orderby' => 'date',
			'order'   => 'DESC',
			'return'  => 'objects',
			'exclude' => array(),
		);
	}

	public function get_orders() {
		$args  = apply_filters( 'woocommerce_order_query_args', $this->query_vars );
		$found = WC_Data_Store::load( 'order' )->query( $args );
		return apply_filters( 'woocommerce_order_query', $found, $args );
	}
}
