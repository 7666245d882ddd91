<?php
/**
 * wc_update_product_stock() in all its forms, across zero and back.
 */

return static function ( StandInRecorder $recorder ): void {
	$product = new WC_Product_Simple();
	$product->set_name( 'Ручка' );
	$product->set_sku( 'STOCK-1' );
	$product->set_regular_price( '10' );
	$product->set_manage_stock( true );
	$product->set_stock_quantity( 5 );
	$product->save();
	$id = $product->get_id();
	$recorder->name( $id, 'managed' );

	$unmanaged = new WC_Product_Simple();
	$unmanaged->set_name( 'Скріпка' );
	$unmanaged->save();
	$recorder->name( $unmanaged->get_id(), 'unmanaged' );

	$recorder->step( 'increase by 2', static fn() => wc_update_product_stock( $id, 2, 'increase' ) );
	$recorder->step( 'increase by 2, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $id ), 2, 'increase', true ) );
	$recorder->step( 'decrease by 4, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $id ), 4, 'decrease', true ) );
	$recorder->step( 'decrease by 5 to 0', static fn() => wc_update_product_stock( $id, 5, 'decrease' ) );
	$recorder->step( 'increase by 3 from 0', static fn() => wc_update_product_stock( $id, 3, 'increase' ) );
	$recorder->step( 'decrease by 3 to 0, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $id ), 3, 'decrease', true ) );
	$recorder->step( 'save after the fourth argument', static fn() => wc_get_product( $id )->save() );
	$recorder->step(
		'increase with the fourth argument, then save the same object',
		static function () use ( $id ): array {
			$product = wc_get_product( $id );
			wc_update_product_stock( $product, 6, 'increase', true );
			return array( $product->get_changes(), $product->save(), $product->get_stock_status() );
		}
	);
	$recorder->step( 'set to 8', static fn() => wc_update_product_stock( $id, 8 ) );
	$recorder->step( 'set to 9, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $id ), 9, 'set', true ) );
	$recorder->step( 'increase by a fraction', static fn() => wc_update_product_stock( $id, '1.9', 'increase' ) );
	$recorder->step( 'no quantity', static fn() => wc_update_product_stock( $id ) );
	$recorder->step( 'no such product', static fn() => wc_update_product_stock( 999999999, 1 ) );
	$recorder->step( 'a product that keeps no stock', static fn() => wc_update_product_stock( $unmanaged->get_id(), 5 ) );
	$recorder->step(
		'the shop keeps no stock',
		static function () use ( $id ) {
			update_option( 'woocommerce_manage_stock', 'no' );
			$result = wc_update_product_stock( $id, 1 );
			update_option( 'woocommerce_manage_stock', 'yes' );
			return $result;
		}
	);
	$recorder->step( 'status by function on an unmanaged product', static fn() => wc_update_product_stock_status( $unmanaged->get_id(), 'outofstock' ) );
	$recorder->step( 'status by function on a managed product', static fn() => wc_update_product_stock_status( $id, 'outofstock' ) );
	$recorder->step(
		'a missing stock row',
		static function () use ( $id ) {
			delete_post_meta( $id, '_stock' );
			return wc_update_product_stock( wc_get_product( $id ), 4, 'increase', true );
		}
	);
	$recorder->step(
		'the query filter',
		static function () use ( $id ): array {
			$heard  = array();
			$listen = static function ( $sql, $product_id, $new_stock, $operation ) use ( &$heard ) {
				$heard = array( (int) $product_id, $new_stock, $operation );
				return $sql;
			};
			add_filter( 'woocommerce_update_product_stock_query', $listen, 10, 4 );
			wc_update_product_stock( wc_get_product( $id ), 2, 'decrease', true );
			remove_filter( 'woocommerce_update_product_stock_query', $listen, 10 );
			return $heard;
		}
	);
	$recorder->step( 'delete transients', static fn() => wc_delete_product_transients( $id ) );
	$recorder->step( 'low-stock amount', static fn() => array( wc_get_low_stock_amount( wc_get_product( $id ) ), wc_stock_amount( '7.9' ), wc_stock_amount( '' ), wc_stock_amount( -2 ), wc_stock_amount( 'x' ) ) );
};
