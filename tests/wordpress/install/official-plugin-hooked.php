<?php
/** Defines `$hooked()`, which returns the priorities of the callbacks of KeyCRM's own plugin. */

$hooked = static function (): array {
	$base = WC()->integrations->get_integration( 'integration-keycrm' );
	return array(
		has_action( 'woocommerce_update_product', array( $base, 'handle_product_update' ) ),
		has_action( 'woocommerce_update_product_variation', array( $base, 'handle_variation_save' ) ),
		current( array_filter( $GLOBALS['wp_filter']['woocommerce_update_product_variation']->callbacks[20] ) )['accepted_args'],
	);
};
$official = new KeyCrmStock\Shop\OtherPlugin\KeyCrmOfficialPlugin();
