<?php
/** Sets an order to be processed just before the first statement that contains a text. */

add_action( 'rest_api_init', static function (): void {
	$pays = get_option( 'test_pays' );
	if ( ! is_array( $pays ) ) {
		return;
	}
	add_filter( 'query', static function ( $statement ) use ( &$pays ) {
		if ( null !== $pays && str_contains( $statement, $pays['before'] ) ) {
			$order = $pays['order'];
			$pays  = null;
			delete_option( 'test_pays' );
			wc_get_order( $order )->update_status( 'processing' );
		}
		return $statement;
	} );
} );
