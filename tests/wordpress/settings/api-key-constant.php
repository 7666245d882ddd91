<?php
/** Sets the key in a constant while another key is stored. */

assert( isset( $new_store, $constant ) );
$new_store()->set( 'saved-before' );
define( 'KEYCRM_STOCK_API_KEY', $constant );
$store = $new_store();
try {
	$store->set( 'from-the-screen' );
	$refusal = '';
} catch ( KeyCrmStock\Settings\InvalidApiKey $error ) {
	$refusal = $error->getMessage();
}
return array( $store->get(), $store->source(), $store->hint(), $store->problem(), $refusal );
