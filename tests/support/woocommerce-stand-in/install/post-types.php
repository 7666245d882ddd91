<?php
/**
 * Products, variations, orders, and the taxonomies that describe products.
 */

declare(strict_types=1);

class WC_Post_Types {
	public static function init() {
		add_action( 'init', array( __CLASS__, 'register_taxonomies' ), 5 );
		add_action( 'init', array( __CLASS__, 'register_post_types' ), 5 );
		add_action( 'init', array( __CLASS__, 'register_post_status' ), 9 );
	}

	public static function register_taxonomies() {
		if ( taxonomy_exists( 'product_type' ) ) {
			return;
		}
		do_action( 'woocommerce_register_taxonomy' );
		$hidden = array( 'public' => false, 'show_ui' => false, 'rewrite' => false, 'hierarchical' => false );
		$terms  = array(
			'manage_terms' => 'manage_product_terms',
			'edit_terms'   => 'edit_product_terms',
			'delete_terms' => 'delete_product_terms',
			'assign_terms' => 'assign_product_terms',
		);
		register_taxonomy( 'product_type', array( 'product' ), $hidden );
		register_taxonomy( 'product_visibility', array( 'product', 'product_variation' ), $hidden );
		register_taxonomy( 'product_shipping_class', array( 'product', 'product_variation' ), $hidden );
		register_taxonomy( 'product_cat', array( 'product' ), array( 'label' => 'Product categories', 'hierarchical' => true, 'show_in_rest' => true, 'capabilities' => $terms, 'rewrite' => array( 'slug' => 'product-category' ) ) );
		register_taxonomy( 'product_tag', array( 'product' ), array( 'label' => 'Product tags', 'show_in_rest' => true, 'capabilities' => $terms, 'rewrite' => array( 'slug' => 'product-tag' ) ) );
		register_taxonomy( 'product_brand', array( 'product' ), array( 'label' => 'Brands', 'show_in_rest' => true, 'capabilities' => $terms, 'rewrite' => array( 'slug' => 'brand' ) ) );
		do_action( 'woocommerce_after_register_taxonomy' );
	}

	public static function register_post_types() {
		if ( post_type_exists( 'product' ) ) {
			return;
		}
		do_action( 'woocommerce_register_post_type' );
		register_post_type(
			'product',
			array(
				'label'           => 'Products',
				'public'          => true,
				'capability_type' => 'product',
				'map_meta_cap'    => true,
				'menu_icon'       => 'dashicons-archive',
				'supports'        => array( 'title', 'editor', 'excerpt', 'thumbnail', 'comments', 'custom-fields' ),
				'rewrite'         => array( 'slug' => 'product', 'with_front' => false ),
				'has_archive'     => 'shop',
				'show_in_rest'    => true,
			)
		);
		$hidden = array( 'public' => false, 'hierarchical' => false, 'rewrite' => false );
		register_post_type( 'product_variation', $hidden + array( 'label' => 'Variations', 'supports' => false, 'capability_type' => 'product' ) );
		$order = $hidden + array( 'label' => 'Orders', 'capability_type' => 'shop_order', 'map_meta_cap' => true, 'query_var' => false );
		wc_register_order_type( 'shop_order', $order + array( 'show_ui' => true, 'show_in_menu' => 'woocommerce', 'supports' => array( 'title', 'comments', 'custom-fields' ) ) );
		wc_register_order_type( 'shop_order_refund', $order + array( 'supports' => false, 'class_name' => 'WC_Order_Refund', 'exclude_from_order_count' => true ) );
		wc_register_order_type( 'shop_order_placehold', $order + array( 'supports' => false, 'exclude_from_order_count' => true, 'exclude_from_order_views' => true ) );
		do_action( 'woocommerce_after_register_post_type' );
	}

	public static function register_post_status() {
		foreach ( wc_get_order_statuses() as $status => $label ) {
			register_post_status( $status, array( 'label' => $label, 'public' => false, 'show_in_admin_all_list' => true, 'show_in_admin_status_list' => true ) );
		}
	}
}
