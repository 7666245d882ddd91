<?php
/** Makes message bodies from a seed: some nearly as KeyCRM sends them, some with anything else. */

/** @var array{seed: int, count: int, route?: string} $args */
assert( isset( $args ) );
mt_srand( $args['seed'] );

$values = array( 0, 1, 7, -1, 4484, 7.0, 7.5, 1e15, 1e16, 1e300, -0.0, PHP_INT_MAX, '4484', ' 7 ', '007', '7.0', '1e3', '', ' ', 'ABC', "SKU\t", '0001', true, false, null, array(), array( 1 ), array( 'offer_id' => 5 ), str_repeat( 'ї', 300 ), "\u{FEFF}", "\0", '😀', "\u{FFFD}", 'order.change_order_status', 'lead.change_lead_status', 'stock-sync-for-keycrm.test' );
$names  = array( 'offer_id', 'offer_id', 'sku', 'sku', 'in_stock', 'in_reserve', 'event', 'context', 'id', '0', '', 'x', "\0y" );
$raw    = array( '', ' ', '[', '{', '}', '"', ',', ':', '1e999', '-', 'null', 'NaN', "\xFF", "\xEF\xBB\xBF", '\\u0000', '\\uD800', '<html>', 'a=1&b[]=2', str_repeat( '[', 600 ), str_repeat( '9', 400 ) );
$any    = static fn ( array $list ): mixed => $list[ mt_rand( 0, count( $list ) - 1 ) ];
$make   = static function ( int $depth ) use ( &$make, $any, $values, $names ): mixed {
	if ( 0 === $depth || 0 === mt_rand( 0, 3 ) ) {
		return $any( $values );
	}
	$made = array();
	for ( $left = mt_rand( 0, 4 ); $left > 0; $left-- ) {
		if ( 0 === mt_rand( 0, 1 ) ) {
			$made[] = $make( $depth - 1 );
		} else {
			$made[ $any( $names ) ] = $make( $depth - 1 );
		}
	}
	return $made;
};

$random_body = static function () use ( $make, $any, $raw ): string {
	$body = (string) json_encode( $make( mt_rand( 0, 4 ) ), JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION );
	for ( $left = mt_rand( 0, 5 ) - 3; $left > 0; $left-- ) {
		$place = mt_rand( 0, strlen( $body ) );
		$body  = substr( $body, 0, $place ) . $any( $raw ) . substr( $body, $place + mt_rand( 0, 2 ) );
	}
	return $body;
};
