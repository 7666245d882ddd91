<?php
/**
 * A variable product with two variations, first with their own stock, then with the parent's.
 */

return static function ( StandInRecorder $recorder ): void {
	$recorder->step(
		'save a new variable product',
		static function ( StandInRecorder $recorder ): void {
			$size = new WC_Product_Attribute();
			$size->set_name( 'Розмір' );
			$size->set_options( array( 'S', 'M' ) );
			$size->set_visible( true );
			$size->set_variation( true );
			$parent = new WC_Product_Variable();
			$parent->set_name( 'Футболка' );
			$parent->set_sku( 'SHIRT' );
			$parent->set_attributes( array( $size ) );
			$parent->save();
			$recorder->name( $parent->get_id(), 'parent' );
		}
	);
	$parent = wc_get_product_id_by_sku( 'SHIRT' );
	$sync   = static fn() => WC_Post_Data::do_deferred_product_sync();
	foreach ( array( 'S', 'M' ) as $size ) {
		$recorder->step(
			"save variation $size",
			static function ( StandInRecorder $recorder ) use ( $size, $parent ): array {
				$variation = new WC_Product_Variation();
				$variation->set_parent_id( $parent );
				$variation->set_attributes( array( sanitize_title( 'Розмір' ) => $size ) );
				$variation->set_sku( "SHIRT-$size" );
				$variation->set_regular_price( 'S' === $size ? '200' : '220' );
				$variation->set_manage_stock( true );
				$variation->set_stock_quantity( 3 );
				$variation->save();
				$recorder->name( $variation->get_id(), "variation $size" );
				return array( $variation->get_name(), $variation->get_parent_id() );
			}
		);
	}
	$small  = wc_get_product_id_by_sku( 'SHIRT-S' );
	$medium = wc_get_product_id_by_sku( 'SHIRT-M' );

	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'set a variation and save', static function () use ( $small ) {
		$variation = wc_get_product( $small );
		$variation->set_stock_quantity( 5 );
		return $variation->save();
	} );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'decrease a variation', static fn() => wc_update_product_stock( $small, 1, 'decrease' ) );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'decrease a variation, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $small ), 1, 'decrease', true ) );
	$recorder->step( 'nothing is deferred', $sync );
	$recorder->step( 'one variation to 0', static fn() => wc_update_product_stock( $small, 3, 'decrease' ) );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'the other to 0', static fn() => wc_update_product_stock( $medium, 3, 'decrease' ) );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'one back', static fn() => wc_update_product_stock( $medium, 2, 'increase' ) );
	$recorder->step( 'sync by hand', static fn() => WC_Product_Variable::sync( $parent )->get_stock_status() );
	$sync();

	$recorder->step( 'the parent keeps the stock, the small one follows', static function () use ( $parent, $small ): array {
		$product = wc_get_product( $parent );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( 10 );
		$product->save();
		$variation = wc_get_product( $small );
		$variation->set_manage_stock( false );
		$variation->save();
		$variation = wc_get_product( $small );
		return array(
			$variation->get_manage_stock(),
			$variation->get_manage_stock( 'edit' ),
			$variation->get_stock_quantity(),
			$variation->get_stock_quantity( 'edit' ),
			$variation->get_stock_managed_by_id(),
			$variation->managing_stock(),
		);
	} );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'decrease through the small one', static fn() => wc_update_product_stock( $small, 4, 'decrease' ) );
	$recorder->step( 'the parent to 0 through the small one', static fn() => wc_update_product_stock( $small, 6, 'decrease' ) );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'the parent back, fourth argument', static fn() => wc_update_product_stock( wc_get_product( $parent ), 5, 'increase', true ) );
	$recorder->step( 'save the parent', static fn() => wc_get_product( $parent )->save() );
	$recorder->step( 'rename the parent', static function () use ( $parent ) {
		$product = wc_get_product( $parent );
		$product->set_name( 'Сорочка' );
		return $product->save();
	} );
	$recorder->step( 'read the variations', static fn() => array_map(
		static fn( int $id ): array => array( wc_get_product( $id )->get_name(), wc_get_product( $id )->get_sku(), wc_get_product( $id )->get_attributes(), wc_get_product( $id )->get_price() ),
		wc_get_product( $parent )->get_children()
	) );
	$recorder->step( 'delete the small one', static fn() => wc_get_product( $small )->delete( true ) );
	$recorder->step( 'sync the parent', $sync );
	$recorder->step( 'trash the parent', static fn() => wc_get_product( $parent )->delete() );
	$recorder->step( 'nothing more', $sync );
};
