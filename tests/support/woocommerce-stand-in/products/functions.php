<?php
/**
 * Functions about products.
 */

declare(strict_types=1);

function wc_get_product( $the_product = false, $deprecated = array() ) {
	foreach ( array( 'woocommerce_init', 'woocommerce_after_register_taxonomy', 'woocommerce_after_register_post_type' ) as $moment ) {
		if ( ! did_action( $moment ) ) {
			wc_doing_it_wrong( __FUNCTION__, "Products cannot be read before $moment.", '3.9' );
			return false;
		}
	}
	return WC()->product_factory->get_product( $the_product, $deprecated );
}

function wc_get_product_object( $product_type, $product_id = 0 ) {
	$class = WC_Product_Factory::get_product_classname( $product_id, $product_type );
	return new $class( $product_id );
}

function wc_get_products( $args ) {
	$names = array( 'numberposts' => 'limit', 'posts_per_page' => 'limit', 'post_status' => 'status', 'post_parent' => 'parent', 'paged' => 'page' );
	foreach ( array_intersect_key( $names, $args ) as $old => $new ) {
		$args[ $new ] = $args[ $old ];
	}
	return ( new WC_Product_Query( $args ) )->get_products();
}

function wc_get_product_types() {
	return (array) apply_filters( 'product_type_selector', array( 'simple' => 'Simple product', 'grouped' => 'Grouped product', 'external' => 'External product', 'variable' => 'Variable product' ) );
}

function wc_get_product_stock_status_options() {
	return apply_filters( 'woocommerce_product_stock_status_options', array( 'instock' => 'In stock', 'outofstock' => 'Out of stock', 'onbackorder' => 'On backorder' ) );
}

function wc_get_product_id_by_sku( $sku ) {
	return WC_Data_Store::load( 'product' )->get_product_id_by_sku( $sku );
}

function wc_product_has_unique_sku( $product_id, $sku ) {
	$answer = apply_filters( 'wc_product_pre_has_unique_sku', null, $product_id, $sku );
	if ( null !== $answer ) {
		return (bool) $answer;
	}
	$taken = WC_Data_Store::load( 'product' )->is_existing_sku( $product_id, $sku );
	return ! apply_filters( 'wc_product_has_unique_sku', $taken, $product_id, $sku );
}

/** "A", then "A-1", "A-2", until one is free. */
function wc_product_generate_unique_sku( $product_id, $sku, $index = 0 ) {
	do {
		$free = $index > 0 ? "$sku-$index" : $sku;
		++$index;
	} while ( ! wc_product_has_unique_sku( $product_id, $free ) );
	return $free;
}

/** For a product that is restored from the trash: another product may have its SKU meanwhile. */
function wc_product_force_unique_sku( $product_id ) {
	$product = wc_get_product( $product_id );
	$sku     = $product ? $product->get_sku( 'edit' ) : '';
	$free    = '' === $sku ? '' : wc_product_generate_unique_sku( $product_id, $sku );
	if ( $sku !== $free ) {
		$product->set_sku( $free );
		$product->save();
	}
}

function wc_delete_product_transients( $post_id = 0 ) {
	$id = absint( $post_id );
	foreach ( array( 'wc_products_onsale', 'wc_featured_products', 'wc_outofstock_count', 'wc_low_stock_count' ) as $transient ) {
		delete_transient( $transient );
	}
	if ( $id > 0 ) {
		$product = wc_get_product( $id );
		$ids     = array( $id, $product instanceof WC_Product_Variation ? $product->get_parent_id() : 0 );
		foreach ( array_filter( $ids ) as $one ) {
			foreach ( array( 'wc_product_children_', 'wc_var_prices_', 'wc_related_', 'wc_child_has_weight_', 'wc_child_has_dimensions_' ) as $prefix ) {
				delete_transient( $prefix . $one );
			}
		}
	}
	WC_Cache_Helper::get_transient_version( 'product', true );
	do_action( 'woocommerce_delete_product_transients', $id );
}

function wc_deferred_product_sync( $product_id ) {
	global $wc_deferred_product_sync;
	$wc_deferred_product_sync   = $wc_deferred_product_sync ?? array();
	$wc_deferred_product_sync[] = $product_id;
}

function wc_update_product_lookup_tables_is_running() {
	return false;
}

function wc_get_price_excluding_tax( $product, $args = array() ) {
	$price = (float) ( $args['price'] ?? $product->get_price() );
	return $price * max( 0.0, (float) ( $args['qty'] ?? 1 ) );
}
