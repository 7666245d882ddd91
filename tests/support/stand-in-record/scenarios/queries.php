<?php
/**
 * The results of queries: SKUs, wc_get_products(), wc_get_orders().
 */

return static function ( StandInRecorder $recorder ): void {
	$make = static function ( string $class, string $sku, string $status = 'publish' ) use ( $recorder ): int {
		$product = new $class();
		$product->set_name( "Назва $sku" );
		$product->set_sku( $sku );
		$product->set_status( $status );
		$product->save();
		$recorder->name( $product->get_id(), $sku );
		return $product->get_id();
	};
	$one   = $make( 'WC_Product_Simple', 'FIND-1' );
	$two   = $make( 'WC_Product_Simple', 'FIND-2', 'draft' );
	$group = $make( 'WC_Product_Grouped', 'FIND-GROUP' );
	$link  = $make( 'WC_Product_External', 'FIND-LINK' );
	$recorder->step( 'types and classes', static fn() => array_map(
		static fn( int $id ): array => array( get_class( wc_get_product( $id ) ), wc_get_product( $id )->get_type(), wc_get_product( $id )->managing_stock() ),
		array( $one, $two, $group, $link )
	) );
	$recorder->step( 'an SKU that is taken', static function () use ( $two ): void {
		$product = wc_get_product( $two );
		$product->set_sku( 'FIND-1' );
	} );
	$recorder->step( 'an SKU in other letters', static fn() => array( wc_product_has_unique_sku( $two, 'find-1' ), wc_product_has_unique_sku( $one, 'FIND-1' ), wc_get_product_id_by_sku( 'nothing' ) ) );
	$recorder->step( 'an SKU doubled behind the back', static function () use ( $one, $two ): array {
		update_post_meta( $two, '_sku', 'FIND-1' );
		$sku = wc_get_product( $two )->get_sku();
		update_post_meta( $two, '_sku', 'FIND-2' );
		return array( $sku, wc_get_product_id_by_sku( 'FIND-1' ) );
	} );
	$recorder->step( 'a changed SKU is found at once', static function () use ( $two ): array {
		$product = wc_get_product( $two );
		$product->set_sku( '0001' );
		$product->save();
		$found = array( wc_get_product_id_by_sku( '0001' ), wc_get_product_id_by_sku( 'FIND-2' ), wc_get_product( $two )->get_sku() );
		$product->set_sku( 'FIND-2' );
		$product->save();
		return $found;
	} );
	foreach ( array(
		array( 'limit' => -1, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'status' => 'draft' ),
		array( 'limit' => 1, 'page' => 2, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'type' => 'simple', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'sku' => 'FIND-2', 'return' => 'ids' ),
		array( 'include' => array( $one, $link ), 'return' => 'ids', 'orderby' => 'ID', 'order' => 'DESC' ),
		array( 'sku' => 'FIND-1' ),
		array( 'limit' => 1, 'paginate' => true, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
	) as $number => $args ) {
		$recorder->step( "wc_get_products $number", static function () use ( $args ) {
			$found = wc_get_products( $args );
			return is_object( $found ) ? array( $found->products, $found->total, $found->max_num_pages ) : $found;
		} );
	}

	$orders = array();
	foreach ( array( 'pending' => '2024-01-01 10:00:00', 'processing' => '2024-01-02 10:00:00', 'completed' => '2024-01-03 10:00:00' ) as $status => $date ) {
		$order = wc_create_order( array( 'status' => $status ) );
		$order->set_date_created( $date );
		$order->save();
		$recorder->name( $order->get_id(), $status );
		$orders[] = $order->get_id();
	}
	$refund = wc_create_refund( array( 'order_id' => $orders[1], 'amount' => 0 ) );
	$refund->set_date_created( '2024-01-04 10:00:00' );
	$refund->save();
	$recorder->name( $refund->get_id(), 'refund' );
	$since = strtotime( '2024-01-02 00:00:00' );
	foreach ( array(
		array( 'limit' => -1, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'status' => array( 'processing', 'wc-completed' ), 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'status' => 'pending' ),
		array( 'limit' => -1, 'return' => 'ids', 'date_created' => '>' . $since, 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'date_created' => '>=2024-01-03' ),
		array( 'limit' => -1, 'return' => 'ids', 'date_created' => '<' . $since ),
		array( 'limit' => -1, 'return' => 'ids', 'date_created' => '2024-01-01...2024-01-02', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => 2, 'paged' => 2, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'orderby' => 'date', 'order' => 'DESC', 'type' => 'shop_order' ),
		array( 'limit' => 1, 'paginate' => true, 'return' => 'ids', 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'return' => 'ids', 'status' => 'refunded' ),
		array( 'limit' => -1, 'type' => 'shop_order_refund', 'return' => 'ids' ),
		array( 'limit' => -1, 'type' => 'shop_order', 'return' => 'ids', 'exclude' => array( $orders[0] ), 'orderby' => 'ID', 'order' => 'ASC' ),
		array( 'limit' => -1, 'type' => 'shop_order', 'return' => 'ids', 'date_modified' => '>' . ( time() - HOUR_IN_SECONDS ), 'orderby' => 'ID', 'order' => 'ASC' ),
	) as $number => $args ) {
		$recorder->step( "wc_get_orders $number", static function () use ( $args ) {
			$found = wc_get_orders( $args );
			return is_object( $found ) ? array( $found->orders, $found->total, $found->max_num_pages ) : $found;
		} );
	}
};
