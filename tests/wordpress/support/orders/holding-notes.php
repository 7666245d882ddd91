<?php
/** `$decide( $answers, $way )` stores answers in Store\OrderLineTable and returns what is then known. */

global $wpdb;
$store  = new KeyCrmStock\Store\OrderLineTable( new KeyCrmStock\Database\Database( $wpdb ) );
$decide = static function ( array $answers, string $way ) use ( $store ): array {
	foreach ( $answers as $answer ) {
		$orders = array_map( static fn ( array $order ): array => array( $order['order_id'], new KeyCrmStock\Value\Order\CrmOrder( $order['id'], 1, 'x', $order['updated_at'],
			array_map( static fn ( array $line ) => new KeyCrmStock\Value\Order\CrmOrderLine( $line['id'], $line['sku'], $line['quantity'], KeyCrmStock\Value\Order\LineState::from( $line['state'] ) ), $order['lines'] ) ) ), $answer['orders'] );
		$store->store( $way, $orders, $answer['sent'], $answer['received'] );
	}
	return array_map( static fn ( $note ): array => array( $note->order_id, $note->sku, $note->quantity, $note->state->value, $note->counted_at, $note->taken_at ),
		array_merge( ...array_map( static fn ( int $id ): array => $store->known( $way, array( $id ) )->notes[ $id ] ?? array(), array( 1, 2, 3 ) ) ) );
};
