<?php
/**
 * The arguments of wc_get_products() with their defaults.
 */

declare(strict_types=1);

class WC_Product_Query {
	/** @var array<string, mixed> */
	protected $query_vars = array();

	public function __construct( $args = array() ) {
		$this->query_vars = $args + array(
			'name'    => '',
			'parent'  => '',
			'exclude' => array(),
			'include' => array(),
			'limit'   => get_option( 'posts_per_page' ),
			'page'    => 1,
			'offset'  => '',
			'orderby' => 'date',
			'order'   => 'DESC',
			'return'  => 'objects',
			'status'  => array( 'draft', 'pending', 'private', 'publish' ),
			'type'    => array_keys( wc_get_product_types() ),
		);
	}

	public function get_products() {
		$args  = apply_filters( 'woocommerce_product_object_query_args', $this->query_vars );
		$found = WC_Data_Store::load( 'product' )->query( $args );
		return apply_filters( 'woocommerce_product_object_query', $found, $args );
	}
}
