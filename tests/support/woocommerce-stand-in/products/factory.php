<?php
/**
 * Makes the object that fits a product's type.
 */

declare(strict_types=1);

class WC_Product_Factory {
	public function get_product( $product_id = false, $deprecated = array() ) {
		$id = $this->id_of( $product_id );
		if ( $id <= 0 ) {
			return false;
		}
		_prime_post_caches( array( $id ) );
		$class = self::get_product_classname( $id, self::get_product_type( $id ) );
		try {
			return new $class( $id );
		} catch ( Exception ) {
			return false;
		}
	}

	public static function get_product_classname( $product_id, $product_type ) {
		$class = apply_filters( 'woocommerce_product_class', self::get_classname_from_product_type( $product_type ), $product_type, 'variation' === $product_type ? 'product_variation' : 'product', $product_id );
		return $class && class_exists( $class ) ? $class : 'WC_Product_Simple';
	}

	public static function get_product_type( $product_id ) {
		$type = apply_filters( 'woocommerce_product_type_query', false, $product_id );
		return $type ? $type : WC_Data_Store::load( 'product' )->get_product_type( $product_id );
	}

	public static function get_classname_from_product_type( $product_type ) {
		return $product_type ? 'WC_Product_' . str_replace( '-', '_', ucwords( $product_type, '-' ) ) : false;
	}

	private function id_of( mixed $product ): int {
		if ( false === $product ) {
			$product = 'product' === get_post_type() ? get_post() : 0;
		}
		if ( is_object( $product ) ) {
			return (int) ( $product instanceof WC_Product ? $product->get_id() : $product->ID ?? 0 );
		}
		return is_numeric( $product ) ? (int) $product : 0;
	}
}
