<?php
/**
 * A line of an order.
 */

declare(strict_types=1);

class WC_Order_Item extends WC_Data {
	/** @var string */
	protected $object_type = 'order_item';

	/** @var string */
	protected $cache_group = 'order-items';

	/** @var array<string, mixed> */
	protected $data = array(
		'order_id' => 0,
		'name'     => '',
	);

	/** @param int|object $item An id, a row of the items table, or another line to copy. */
	public function __construct( $item = 0 ) {
		parent::__construct( $item );
		if ( $item instanceof self ) {
			$this->set_id( $item->get_id() );
		} elseif ( is_object( $item ) ) {
			$this->set_id( $item->order_item_id );
		} elseif ( (int) $item > 0 ) {
			$this->set_id( $item );
		} else {
			$this->set_object_read( true );
		}
		$this->data_store = WC_Data_Store::load( 'order-item-product' );
		if ( $this->get_id() > 0 ) {
			$this->data_store->read( $this );
		}
	}

	/** @return array<string, string> */
	protected function plain_props(): array {
		return \WooStandIn\Orders\PlainValues::OF_LINES;
	}

	public function is_type( $type ) {
		return in_array( $this->get_type(), (array) $type, true );
	}

	public function get_type() {
		return '';
	}

	public function get_quantity() {
		return 1;
	}

	public function get_order() {
		return wc_get_order( $this->get_order_id() );
	}
}
