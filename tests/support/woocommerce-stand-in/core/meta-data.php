<?php
/**
 * A meta row of an object, with its changes since it was read or saved.
 */

declare(strict_types=1);

class WC_Meta_Data implements JsonSerializable {
	/** @var array<string, mixed> id, key, value as they are now. */
	protected $current_data;

	/** @var array<string, mixed> The same as they are in the database. */
	protected $data;

	public function __construct( $meta = array() ) {
		$this->current_data = $meta;
		$this->apply_changes();
	}

	#[\ReturnTypeWillChange]
	public function jsonSerialize() {
		return $this->get_data();
	}

	public function apply_changes() {
		$this->data = $this->current_data;
	}

	public function __set( $key, $value ) {
		$this->current_data[ $key ] = $value;
	}

	public function __isset( $key ) {
		return isset( $this->current_data[ $key ] );
	}

	public function __get( $key ) {
		return $this->current_data[ $key ] ?? null;
	}

	public function get_changes() {
		$changed = array();
		foreach ( $this->current_data as $key => $value ) {
			if ( ! array_key_exists( $key, $this->data ) || $this->data[ $key ] !== $value ) {
				$changed[ $key ] = $value;
			}
		}
		return $changed;
	}

	public function get_data() {
		return $this->data;
	}
}
