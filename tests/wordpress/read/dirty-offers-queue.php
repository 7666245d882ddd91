<?php
/** Sets up the queue of offers to read again. `$mark()` makes a mark, `$shown()` makes offers comparable. */

global $wpdb;
$queue = new KeyCrmStock\Store\Level\DirtyOffers( new KeyCrmStock\Database\Database( $wpdb ) );
$mark  = static fn ( int $id, string $sku = '' ): array => array( 'offer_id' => $id, 'sku' => $sku );
$shown = static function ( array $offers ): array {
	$shown = array_map( static fn ( $offer ): string => $offer->offer_id . ':' . $offer->sku, $offers );
	sort( $shown, SORT_STRING );
	return $shown;
};
