<?php
/**
 * Stores order lines.
 */

declare(strict_types=1);

class WC_Order_Item_Product_Data_Store extends WC_Data_Store_WP {
	private const ROWS = array(
		'_product_id'        => 'product_id',
		'_variation_id'      => 'variation_id',
		'_qty'               => 'quantity',
		'_tax_class'         => 'tax_class',
		'_line_subtotal'     => 'subtotal',
		'_line_subtotal_tax' => 'subtotal_tax',
		'_line_total'        => 'total',
		'_line_tax'          => 'total_tax',
		'_line_tax_data'     => 'taxes',
	);

	/** @var string */
	protected $meta_type = 'order_item';

	/** @var list<string> */
	protected $internal_meta_keys = array( '_product_id', '_variation_id', '_qty', '_tax_class', '_line_subtotal', '_line_subtotal_tax', '_line_total', '_line_tax', '_line_tax_data' );

	public function create( &$item ) {
		global $wpdb;
		$wpdb->insert( $wpdb->prefix . 'woocommerce_order_items', array( 'order_item_name' => $item->get_name(), 'order_item_type' => $item->get_type(), 'order_id' => $item->get_order_id() ) );
		$item->set_id( $wpdb->insert_id );
		$this->save_item_data( $item );
		$item->save_meta_data();
		$item->apply_changes();
		do_action( 'woocommerce_new_order_item', $item->get_id(), $item, $item->get_order_id() );
	}

	public function update( &$item ) {
		global $wpdb;
		if ( array() !== array_intersect( array( 'name', 'order_id' ), array_keys( $item->get_changes() ) ) ) {
			$wpdb->update( $wpdb->prefix . 'woocommerce_order_items', array( 'order_item_name' => $item->get_name(), 'order_id' => $item->get_order_id() ), array( 'order_item_id' => $item->get_id() ) );
		}
		$this->save_item_data( $item );
		$item->save_meta_data();
		$item->apply_changes();
		do_action( 'woocommerce_update_order_item', $item->get_id(), $item, $item->get_order_id() );
	}

	public function save_item_data( &$item ) {
		foreach ( $this->get_props_to_update( $item, self::ROWS, 'order_item' ) as $key => $prop ) {
			update_metadata( 'order_item', $item->get_id(), $key, $item->{"get_$prop"}( 'edit' ) );
		}
	}

	public function read( &$item ) {
		global $wpdb;
		$item->set_defaults();
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT order_id, order_item_name FROM {$wpdb->prefix}woocommerce_order_items WHERE order_item_id = %d", $item->get_id() ) );
		if ( null === $row ) {
			throw new Exception( 'There is no such line.' );
		}
		$values = array( 'order_id' => $row->order_id, 'name' => $row->order_item_name );
		foreach ( self::ROWS as $key => $prop ) {
			$values[ $prop ] = get_metadata( 'order_item', $item->get_id(), $key, true );
		}
		$item->set_props( $values );
		$item->set_object_read( true );
	}

	public function delete( &$item, $args = array() ) {
		global $wpdb;
		do_action( 'woocommerce_before_delete_order_item', $item->get_id() );
		$wpdb->delete( $wpdb->prefix . 'woocommerce_order_items', array( 'order_item_id' => $item->get_id() ) );
		$wpdb->delete( $wpdb->prefix . 'woocommerce_order_itemmeta', array( 'order_item_id' => $item->get_id() ) );
		do_action( 'woocommerce_delete_order_item', $item->get_id() );
	}
}
