<?php
/** Stands in for a language plugin. */

$plugin = get_option( 'fake_language_plugin' );
if ( 'wpml' === $plugin ) {
	define( 'ICL_SITEPRESS_VERSION', '4.8' );
}
if ( 'polylang' === $plugin ) {
	define( 'POLYLANG_VERSION', '3.7' );
}
add_action( 'init', static fn () => register_taxonomy( 'post_translations', array( 'product' ), array( 'public' => false ) ) );
