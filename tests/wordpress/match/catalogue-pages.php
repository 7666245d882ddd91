<?php
/** Compares pages of different sizes. */

assert( isset( $catalogue ) );
$ids = static function ( int $size ) use ( $catalogue ): array {
	$ids = array();
	while ( $page = $catalogue->page( end( $ids ) ?: 0, $size ) ) {
		array_push( $ids, ...array_map( static fn ( $product ) => $product->id, $page ) );
	}
	return $ids;
};
return array( $ids( 1 ) === $ids( 100 ), $ids( 4 ) === $ids( 100 ), $catalogue->total() === count( $ids( 100 ) ) );
