<?php
/**
 * One simple product from its first save to its deletion.
 */

return static function ( StandInRecorder $recorder ): void {
	$recorder->step(
		'save a new simple product that keeps stock',
		static function ( StandInRecorder $recorder ): void {
			$product = new WC_Product_Simple();
			$product->set_name( 'Зошит' );
			$product->set_sku( 'SIMPLE-1' );
			$product->set_regular_price( '25.50' );
			$product->set_manage_stock( true );
			$product->set_stock_quantity( 5 );
			$product->set_low_stock_amount( 2 );
			$product->update_meta_data( '_our_mark', 'a "quoted" \\ value' );
			$product->save();
			$recorder->name( $product->get_id(), 'simple' );
		}
	);
	$id   = wc_get_product_id_by_sku( 'SIMPLE-1' );
	$save = static function ( string $title, callable $change ) use ( $recorder, $id ): void {
		$recorder->step(
			$title,
			static function () use ( $change, $id ): array {
				$product = wc_get_product( $id );
				$change( $product );
				$changes = $product->get_changes();
				$product->save();
				return array( $changes, $product->get_stock_quantity(), $product->get_stock_status() );
			}
		);
	};

	$save( 'set stock to 7 and save', static fn( WC_Product $product ) => $product->set_stock_quantity( 7 ) );
	$save( 'set the same stock and save', static fn( WC_Product $product ) => $product->set_stock_quantity( 7 ) );
	$save( 'save without a change', static fn( WC_Product $product ) => null );
	$save( 'set stock to 0 and save', static fn( WC_Product $product ) => $product->set_stock_quantity( 0 ) );
	$save( 'allow backorders', static fn( WC_Product $product ) => $product->set_backorders( 'notify' ) );
	$save( 'go below 0 on backorder', static fn( WC_Product $product ) => $product->set_stock_quantity( -3 ) );
	$save( 'come back above 0', static fn( WC_Product $product ) => $product->set_stock_quantity( 4 ) );
	$save( 'a fraction and a string', static fn( WC_Product $product ) => $product->set_stock_quantity( '6.9' ) );
	$save( 'raise the threshold by hand', static fn( WC_Product $product ) => update_option( 'woocommerce_notify_no_stock_amount', 10 ) );
	$save( 'the threshold as it was', static fn( WC_Product $product ) => update_option( 'woocommerce_notify_no_stock_amount', 0 ) );
	$save( 'stop managing stock', static fn( WC_Product $product ) => $product->set_manage_stock( false ) );
	$save( 'status by hand while unmanaged', static fn( WC_Product $product ) => $product->set_stock_status( 'outofstock' ) );
	$save( 'manage stock again with a number', static function ( WC_Product $product ): void {
		$product->set_manage_stock( true );
		$product->set_stock_quantity( 3 );
	} );
	$save( 'rename and go on sale', static function ( WC_Product $product ): void {
		$product->set_name( 'Зошит у клітинку' );
		$product->set_sale_price( '20' );
	} );
	$save( 'hide from the catalogue and make a draft', static function ( WC_Product $product ): void {
		$product->set_catalog_visibility( 'hidden' );
		$product->set_status( 'draft' );
	} );
	$recorder->step( 'trash', static fn() => wc_get_product( $id )->delete() );
	$recorder->step( 'untrash', static fn() => wp_untrash_post( $id ) );
	$recorder->step( 'delete for good', static fn() => wc_get_product( $id )->delete( true ) );
	$recorder->step( 'read what is gone', static fn() => wc_get_product( $id ) );
};
