<?php
/** Makes some reads of the settings fail. */

add_action( 'init', static function () {
	$GLOBALS['test_fail'] = get_option( 'test_fail', array( 0, 0 ) );
} );
add_filter( 'query', static function ( $query ) {
	static $seen = 0;
	[ $first, $count ] = $GLOBALS['test_fail'] ?? array( 0, 0 );
	if ( $count > 0 && str_starts_with( $query, 'SELECT' ) && str_contains( $query, "'keycrm_stock_settings'" ) ) {
		$place = ++$seen;
		if ( $place >= $first && $place < $first + $count ) {
			return 'SELECT this_statement_is_broken FROM nowhere_at_all';
		}
	}
	return $query;
}, 99 );
