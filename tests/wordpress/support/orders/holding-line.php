<?php
/** `$decide( $line )` makes such an order line and asks Shop\Order\OpenOrders. */

assert( isset( $product ) );
global $wpdb;
$decide = static function ( array $line ) use ( $wpdb, $product ): float {
	$order = wc_create_order();
	$item  = $order->add_product( wc_get_product( $product ), $line['ordered'] );
	$order->save();
	if ( null !== $line['mark'] ) {
		update_metadata( 'order_item', $item, '_reduced_stock', $line['mark'] );
	}
	$order->get_data_store()->set_stock_reduced( $order->get_id(), $line['reduced'] );
	$now = time();
	$wpdb->update( $wpdb->prefix . 'wc_orders', array( 'status' => 'wc-' . $line['status'],
		'date_updated_gmt' => gmdate( 'Y-m-d H:i:s', $line['lately'] ? $now : $now - 3600 ) ), array( 'id' => $order->get_id() ) );
	$found = ( new KeyCrmStock\Shop\Order\OpenOrders( new KeyCrmStock\Database\Database( $wpdb ) ) )->lines( array( $product ), ( $now - 86400 ) * 1000, $now * 1000 );
	$wpdb->delete( $wpdb->prefix . 'wc_orders', array( 'id' => $order->get_id() ) );
	return array_sum( array_column( $found, 'taken' ) );
};
