<?php
/** Mutes KeyCRM's own plugin around a callback that throws. */

assert( isset( $hooked, $official, $coat_id ) );
$before = $hooked();
$inside = null;
$said   = null;
try {
	$official->while_muted( static function () use ( &$inside, $coat_id ) {
		$base   = WC()->integrations->get_integration( 'integration-keycrm' );
		$inside = has_action( 'woocommerce_update_product', array( $base, 'handle_product_update' ) );
		wc_deferred_product_sync( $coat_id );
		throw new RuntimeException( 'no' );
	} );
} catch ( RuntimeException $error ) {
	$said = $error->getMessage();
}
return array( $before, $inside, $said, $hooked(), $GLOBALS['wc_deferred_product_sync'] );
