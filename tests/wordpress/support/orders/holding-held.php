<?php
/** `$decide( $question )` asks Sync\Availability\OpenOrderQuantities. */

$decide = static function ( array $question ): float {
	$notes = array();
	foreach ( $question['notes'] as $note ) {
		$notes[ $note['order_id'] ][] = new KeyCrmStock\Value\Order\OrderLineStatus( $note['order_id'], $note['sku'], $note['quantity'],
			KeyCrmStock\Value\Order\LineState::from( $note['state'] ), $note['counted_at'], $note['taken_at'] );
	}
	$lines = array_map( static fn ( array $line ) => new KeyCrmStock\Shop\Order\OpenOrderLine( $line['order_id'], 7, $line['taken'], $line['ordered'], 'processing' ), $question['lines'] );
	return ( new KeyCrmStock\Sync\Availability\OpenOrderQuantities( $lines, $notes, $question['reserves_counted'], null ) )->for_set( array( 7 ), $question['sku'], $question['read_at'] )->quantity;
};
