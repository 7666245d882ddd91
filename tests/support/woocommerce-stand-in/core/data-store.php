<?php
/**
 * Finds the class that saves a type of object, and passes every call to it.
 */

declare(strict_types=1);

class WC_Data_Store {
	/** The store of each type. A type not named here uses the store of the part before its hyphen. */
	private const STORES = array(
		'product'            => 'WC_Product_Data_Store_CPT',
		'product-variable'   => 'WC_Product_Variable_Data_Store_CPT',
		'product-variation'  => 'WC_Product_Variation_Data_Store_CPT',
		'order'              => 'WC_Order_Data_Store_CPT',
		'order-refund'       => 'WC_Order_Refund_Data_Store_CPT',
		'order-item-product' => 'WC_Order_Item_Product_Data_Store',
	);

	/** @var object */
	private $instance;

	public function __construct( $object_type ) {
		$stores = apply_filters( 'woocommerce_data_stores', self::STORES );
		if ( ! isset( $stores[ $object_type ] ) ) {
			$object_type = strstr( $object_type, '-', true );
		}
		if ( false === $object_type || ! isset( $stores[ $object_type ] ) ) {
			throw new Exception( 'The stand-in keeps no objects of this kind.' );
		}
		$store          = apply_filters( "woocommerce_{$object_type}_data_store", $stores[ $object_type ] );
		$this->instance = is_object( $store ) ? $store : new $store();
	}

	public static function load( $object_type ) {
		return new self( $object_type );
	}

	public function get_current_class_name() {
		return get_class( $this->instance );
	}

	public function read( &$data ) {
		$this->instance->read( $data );
	}

	public function create( &$data ) {
		$this->instance->create( $data );
	}

	public function update( &$data ) {
		$this->instance->update( $data );
	}

	public function delete( &$data, $args = array() ) {
		$this->instance->delete( $data, $args );
	}

	public function __call( $method, $parameters ) {
		return $this->has_callable( $method ) ? $this->instance->$method( ...$parameters ) : null;
	}

	public function has_callable( string $method ): bool {
		return is_callable( array( $this->instance, $method ) );
	}
}
