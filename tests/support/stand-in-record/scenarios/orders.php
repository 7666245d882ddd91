<?php
/**
 * An order that takes stock and gives it back. Run once for each order storage.
 */

return static function ( StandInRecorder $recorder ): void {
	$make = static function ( string $sku, int $stock ) use ( $recorder ): WC_Product {
		$product = new WC_Product_Simple();
		$product->set_name( "Товар $sku" );
		$product->set_sku( $sku );
		$product->set_regular_price( '50' );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( $stock );
		$product->save();
		$recorder->name( $product->get_id(), $sku );
		return $product;
	};
	$low  = $make( 'ORDER-LOW', 5 );
	$none = $make( 'ORDER-NONE', 2 );
	$free = new WC_Product_Simple();
	$free->set_name( 'Без обліку' );
	$free->set_regular_price( '7' );
	$free->save();
	$recorder->name( $free->get_id(), 'unmanaged' );

	$order = null;
	$recorder->step( 'create an order', static function ( StandInRecorder $recorder ) use ( &$order ): void {
		$order = wc_create_order( array( 'status' => 'pending', 'created_via' => 'checkout' ) );
		$recorder->name( $order->get_id(), 'order' );
	} );
	$recorder->step( 'add three lines', static function ( StandInRecorder $recorder ) use ( &$order, $low, $none, $free ): array {
		foreach ( array( array( $low, 3 ), array( $none, 2 ), array( $free, 1 ) ) as list( $product, $quantity ) ) {
			$order->add_product( $product, $quantity );
		}
		$order->calculate_totals();
		$order->save();
		foreach ( array_keys( $order->get_items() ) as $number => $item_id ) {
			$recorder->name( $item_id, 'item ' . ( $number + 1 ) );
		}
		return array( (float) $order->get_total(), count( $order->get_items() ), $order->get_item_count() );
	} );
	$id = $order->get_id();

	$recorder->step( 'pending to processing', static fn() => wc_get_order( $id )->update_status( 'processing' ) );
	$recorder->step( 'what the order took', static fn() => array_values( array_map(
		static fn( WC_Order_Item_Product $item ): array => array( $item->get_product_id(), $item->get_variation_id(), $item->get_quantity(), $item->get_meta( '_reduced_stock', true ) ),
		wc_get_order( $id )->get_items()
	) ) );
	$recorder->step( 'processing to completed takes nothing more', static fn() => wc_get_order( $id )->update_status( 'completed' ) );
	$recorder->step( 'refund one of the first line and restock', static function ( StandInRecorder $recorder ) use ( $id ): array {
		$item_id = array_key_first( wc_get_order( $id )->get_items() );
		$refund  = wc_create_refund( array(
			'order_id'      => $id,
			'amount'        => 50,
			'line_items'    => array( $item_id => array( 'qty' => 1, 'refund_total' => 50, 'refund_tax' => array() ) ),
			'restock_items' => true,
		) );
		$recorder->name( $refund->get_id(), 'refund' );
		return array( (float) $refund->get_amount(), wc_get_order( $id )->get_status() );
	} );
	$recorder->step( 'cancel and restore', static fn() => wc_get_order( $id )->update_status( 'cancelled' ) );
	$recorder->step( 'on hold takes again', static fn() => wc_get_order( $id )->update_status( 'on-hold' ) );
	$recorder->step( 'failed gives back', static fn() => wc_get_order( $id )->update_status( 'failed' ) );
	$recorder->step( 'meta of the order', static function () use ( $id ): array {
		$order = wc_get_order( $id );
		$order->update_meta_data( '_keycrm_order_id', '77' );
		$order->save();
		$read = wc_get_order( $id );
		$read->delete_meta_data( '_keycrm_order_id' );
		$read->save();
		return array( $order->get_meta( '_keycrm_order_id' ), wc_get_order( $id )->get_meta( '_keycrm_order_id' ) );
	} );
	$recorder->step( 'trash', static fn() => wc_get_order( $id )->delete() );
	$recorder->step( 'delete for good', static fn() => wc_get_order( $id )->delete( true ) );
	$recorder->step( 'read what is gone', static fn() => wc_get_order( $id ) );
};
