<?php
/**
 * Base class of products, orders and order items: properties, their changes, and a store.
 */

declare(strict_types=1);

abstract class WC_Data {
	use \WooStandIn\Core\KeepsProps;
	use \WooStandIn\Core\KeepsMeta;
	use \WooStandIn\Core\HasPlainProps;

	/** @var int */
	protected $id = 0;

	/** @var array<string, mixed> Values as they were read. */
	protected $data = array();

	/** @var array<string, mixed> Values set since. */
	protected $changes = array();

	/** @var bool Only after the object has been read, a set value counts as a change. */
	protected $object_read = false;

	/** @var string Part of hook names. */
	protected $object_type = 'data';

	/** @var array<string, mixed> Values of one class of product only. */
	protected $extra_data = array();

	/** @var array<string, mixed> */
	protected $default_data = array();

	/** @var WC_Data_Store|null */
	protected $data_store = null;

	/** @var string */
	protected $cache_group = '';

	/** @var array<int, WC_Meta_Data>|null Null until somebody asks. */
	protected $meta_data = null;

	public function __construct( $read = 0 ) {
		$this->data         = array_merge( $this->data, $this->extra_data );
		$this->default_data = $this->data;
	}

	public function get_data_store() {
		return $this->data_store;
	}

	public function get_id() {
		return $this->id;
	}

	public function set_id( $id ) {
		$this->id = absint( $id );
	}

	public function delete( $force_delete = false ) {
		$answer = apply_filters( "woocommerce_pre_delete_{$this->object_type}", null, $this, $force_delete );
		if ( null !== $answer ) {
			return $answer;
		}
		if ( null === $this->data_store ) {
			return false;
		}
		$this->data_store->delete( $this, array( 'force_delete' => $force_delete ) );
		$this->set_id( 0 );
		return true;
	}

	public function save() {
		if ( null === $this->data_store ) {
			return $this->get_id();
		}
		do_action( "woocommerce_before_{$this->object_type}_object_save", $this, $this->data_store );
		$this->store();
		do_action( "woocommerce_after_{$this->object_type}_object_save", $this, $this->data_store );
		return $this->get_id();
	}

	/** Creates or updates the object through its store. */
	protected function store(): void {
		if ( $this->get_id() > 0 ) {
			$this->data_store->update( $this );
			return;
		}
		$this->data_store->create( $this );
	}

	public function __toString() {
		return (string) wp_json_encode( $this->get_data() );
	}

	public function get_data() {
		return array( 'id' => $this->get_id() ) + $this->data + array( 'meta_data' => $this->get_meta_data() );
	}

	protected function error( $code, $message, $http_status_code = 400, $data = array() ) {
		throw new WC_Data_Exception( $code, $message, $http_status_code, $data );
	}
}
