<?php
/** `$moved()` names the hooks whose callbacks have changed since this point. */

assert( isset( $product_id ) );
$listeners = static fn () => array_map(
	static fn ( WP_Hook $hook ) => array_map(
		static function ( array $entries ) {
			$ids = array_keys( $entries );
			sort( $ids );
			return $ids;
		},
		$hook->callbacks
	),
	array_filter( $GLOBALS['wp_filter'], static fn ( string $name ) => ! str_starts_with( $name, 'pre_' ), ARRAY_FILTER_USE_KEY )
);
wc_get_product( $product_id ); // Leaves out the callbacks that WooCommerce adds on first use.
$before = $listeners();
$moved  = static function () use ( $before, $listeners ): array {
	$after = $listeners();
	return array_keys( array_filter( $before, static fn ( array $callbacks, string $name ): bool => ( $after[ $name ] ?? array() ) != $callbacks, ARRAY_FILTER_USE_BOTH ) );
};
