<?php
/** Stands in for a language plugin: it copies stock to the translations of a product. */

$GLOBALS['copies'] = array();
$plugin = get_option( 'fake_language_plugin' );
if ( 'wpml' === $plugin ) {
	define( 'ICL_SITEPRESS_VERSION', '4.8' );
}
if ( 'polylang' === $plugin ) {
	define( 'POLYLANG_VERSION', '3.7' );
}
add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );
if ( $plugin ) {
	add_filter( 'posts_where', static fn ( string $where ): string => $where . ' AND 1 = 0' ); // Stands for the language plugin's filter "only this language".
	add_action( 'woocommerce_product_set_stock', static function ( WC_Product $product ) {
		static $copying = false;
		$sets = get_option( 'fake_sets', array() );
		foreach ( $copying ? array() : $sets[ $product->get_id() ] ?? array() as $sibling ) {
			$copying = true;
			if ( wc_get_product( $sibling )->get_stock_quantity() !== $product->get_stock_quantity() ) {
				$GLOBALS['copies'][] = $sibling;
			}
			wc_update_product_stock( $sibling, $product->get_stock_quantity(), 'set' );
			$copying = false;
		}
	} );
}
