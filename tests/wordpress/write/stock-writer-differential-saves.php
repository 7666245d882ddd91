<?php
/** Saves each product, as most plugins do. */

assert( isset( $numbers ) );
foreach ( $numbers as $sku => $number ) {
	$product = wc_get_product( wc_get_product_id_by_sku( $sku ) );
	if ( $number !== $product->get_stock_quantity() ) { // Sets the number without comparing it, as many plugins do.
		$product->set_stock_quantity( $number );
		$product->save();
	}
}
return true;
