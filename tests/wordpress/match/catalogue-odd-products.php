<?php
/** Makes products that are in the bin, without name, without SKU, or excluded. */

assert( isset( $ids ) );
$make = static function ( string $status, string $sku ): int {
	$product = new WC_Product_Simple();
	$product->set_props( array( 'name' => "Tea $status", 'sku' => $sku, 'status' => $status ) );
	return $product->save();
};
foreach ( array( 'pending', 'future', 'trash', 'auto-draft' ) as $status ) {
	$make( $status, "status-$status" );
}
$make( 'publish', '' );
$numeric = $make( 'publish', '0001' );
$spaces  = $make( 'publish', 'spaces' );
update_post_meta( $spaces, '_sku', "  spaces\u{00A0}" );
wp_trash_post( $ids['hat'] );
update_post_meta( $ids['hat-s'], '_keep', 1 );
foreach ( array( $ids['hat-s'], $ids['hat-m'] ) as $variation ) {
	wp_update_post( array( 'ID' => $variation, 'post_status' => 'publish' ) ); // The parent is in the bin, but the variation stays published.
}
foreach ( array( 'coat-m' => $ids['coat-m'], 'shared-s' => $ids['shared-s'] ) as $variation ) {
	delete_post_meta( $variation, '_sku' );
}
update_post_meta( $ids['coat'], '_keycrm_stock_exclude', 'yes' );
update_post_meta( $ids['plain'], '_keycrm_stock_exclude', 'yes' );
return true;
