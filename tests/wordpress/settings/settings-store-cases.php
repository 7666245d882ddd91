<?php
/** Posts each case to the route of the settings. */

assert( isset( $cases ) );
wp_set_current_user( 1 );
$post = static function ( array $patch ): array {
	$request = new WP_REST_Request( 'POST', '/keycrm-stock/v1/settings' );
	$request->set_header( 'Content-Type', 'application/json' );
	$request->set_body( wp_json_encode( $patch ) );
	return rest_do_request( $request )->get_data();
};
return array_map(
	static function ( array $case ) use ( $post ): array {
		delete_option( 'keycrm_stock_settings' );
		$before  = $post( array() );
		$after   = $post( $case['patch'] );
		$taken   = isset( $after['schedule'] );
		$changed = array_keys( array_filter( $before, static fn ( $value, string $key ): bool => $taken && $after[ $key ] !== $value, ARRAY_FILTER_USE_BOTH ) );
		return array(
			'name'    => $case['name'],
			'taken'   => $taken,
			'changed' => array_values( array_diff( $changed, array_keys( $case['patch'] ) ) ),
		);
	},
	$cases
);
