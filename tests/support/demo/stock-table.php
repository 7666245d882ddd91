<?php
/** Reads the stock of all products and variations. */

$rows = array();
foreach ( get_posts( array( 'post_type' => array( 'product', 'product_variation' ), 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC' ) ) as $post ) {
	$product = wc_get_product( $post->ID );
	$managed = true === $product->get_manage_stock();
	if ( $managed || ! $product->is_type( 'variable' ) ) {
		$rows[] = array(
			'id'      => $product->get_id(),
			'name'    => html_entity_decode( wp_strip_all_tags( $product->get_name() ) ),
			'sku'     => $product->get_sku( 'edit' ),
			'managed' => $managed,
			'stock'   => $managed ? (float) $product->get_stock_quantity() : null,
		);
	}
}
return $rows;
