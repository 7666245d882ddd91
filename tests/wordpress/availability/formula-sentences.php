<?php
/** Returns the sentence for each sum. */

assert( isset( $sums ) );
$number = static fn ( array $parts, string $key ): float => (float) ( $parts[ $key ] ?? 0 );
return array_map( static function ( array $parts ) use ( $number ): string {
	$rows = array_map( static fn ( array $row ) => new KeyCrmStock\Value\Stock\WarehouseLevel( $row['id'], $row['name'], (float) $row['quantity'], (float) $row['reserve'] ), $parts['warehouses'] ?? array() );
	return KeyCrmStock\Text\AvailabilityText::sentence( new KeyCrmStock\Value\Stock\Availability(
		$rows,
		$number( $parts, 'quantity' ),
		$number( $parts, 'reserve' ),
		array(),
		new KeyCrmStock\Value\Stock\OpenOrderQuantity( $number( $parts, 'held' ), $parts['held_orders'] ?? array() ),
		new KeyCrmStock\Value\Stock\Buffer( (int) ( $parts['buffer'] ?? 0 ), KeyCrmStock\Value\Stock\BufferSource::from( $parts['buffer_from'] ?? 'shop' ) ),
		$number( $parts, 'exact' ),
		$number( $parts, 'available' )
	) );
}, $sums );
