<?php
/** What WooCommerce says of the products with some SKUs. */

assert( isset( $skus ) && is_array( $skus ) );

wp_cache_flush();
$found = array();
foreach ( $skus as $sku ) {
	$product = wc_get_product( wc_get_product_id_by_sku( $sku ) );
	if ( ! $product ) {
		continue;
	}
	$whole   = $product->get_parent_id() > 0 ? wc_get_product( $product->get_parent_id() ) : $product;
	$found[] = array(
		'id'            => $product->get_id(),
		'sku'           => $product->get_sku(),
		'type'          => $product->get_type(),
		'name'          => $product->get_name( 'edit' ),
		'status'        => $product->get_status(),
		'parent'        => $product->get_parent_id(),
		'parent_name'   => $whole->get_name( 'edit' ),
		'parent_status' => $whole->get_status(),
		'price'         => (string) $product->get_regular_price( 'edit' ),
		'barcode'       => (string) $product->get_global_unique_id( 'edit' ),
		'weight'        => (string) $product->get_weight( 'edit' ),
		'managed'       => $product->managing_stock() && 'parent' !== $product->get_manage_stock(),
		'stock'         => $product->get_stock_quantity(),
		'stock_status'  => $product->get_stock_status(),
		'attributes'    => $product instanceof WC_Product_Variation ? array_values( array_map( static fn ( string $key, string $value ): string => wc_attribute_label( $key, $whole ) . '=' . $value, array_keys( $product->get_attributes() ), $product->get_attributes() ) ) : array(),
		'categories'    => array_map( static fn ( int $id ): string => get_term( $id )->name, $whole->get_category_ids() ),
		'picture'       => (int) $whole->get_image_id( 'edit' ) > 0,
	);
}
return $found;
