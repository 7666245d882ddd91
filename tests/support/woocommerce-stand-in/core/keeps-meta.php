<?php
/**
 * The custom meta of an object: all meta rows that are not its properties.
 */

declare(strict_types=1);

namespace WooStandIn\Core;

use WC_Meta_Data;

trait KeepsMeta {
	public function get_meta_data() {
		$this->maybe_read_meta_data();
		return array_values( array_filter( $this->meta_data, static fn( WC_Meta_Data $meta ): bool => null !== $meta->value ) );
	}

	public function get_meta( $key = '', $single = true, $context = 'view' ) {
		if ( $this->is_internal_meta_key( $key ) ) {
			return $this->{'get_' . ltrim( $key, '_' )}();
		}
		$found = array_filter( $this->get_meta_data(), static fn( WC_Meta_Data $meta ): bool => $meta->key === $key );
		$value = $found;
		if ( $single ) {
			$value = array() === $found ? '' : reset( $found )->value;
		}
		return 'view' === $context ? apply_filters( $this->get_hook_prefix() . $key, $value, $this ) : $value;
	}

	public function meta_exists( $key = '' ) {
		return in_array( $key, array_column( array_map( static fn( WC_Meta_Data $meta ): array => array( 'key' => $meta->key ), $this->get_meta_data() ), 'key' ), true );
	}

	public function add_meta_data( $key, $value, $unique = false ) {
		if ( $this->is_internal_meta_key( $key ) ) {
			return $this->{'set_' . ltrim( $key, '_' )}( $value );
		}
		if ( $unique ) {
			$this->delete_meta_data( $key );
		}
		$this->maybe_read_meta_data();
		$this->meta_data[] = new WC_Meta_Data( array( 'key' => $key, 'value' => $value ) );
	}

	public function update_meta_data( $key, $value, $meta_id = 0 ) {
		if ( $this->is_internal_meta_key( $key ) ) {
			return $this->{'set_' . ltrim( $key, '_' )}( $value );
		}
		$this->maybe_read_meta_data();
		$same = array_filter(
			$this->meta_data,
			static fn( WC_Meta_Data $meta ): bool => $meta_id > 0 ? (int) $meta->id === (int) $meta_id : $meta->key === $key
		);
		$kept = array_shift( $same );
		foreach ( $same as $other ) {
			$other->value = null; // Only the first row of each key stays.
		}
		if ( null === $kept ) {
			$this->add_meta_data( $key, $value, true );
			return;
		}
		$kept->key   = $key;
		$kept->value = $value;
	}

	public function delete_meta_data( $key ) {
		$this->maybe_read_meta_data();
		foreach ( $this->meta_data as $meta ) {
			if ( $meta->key === $key ) {
				$meta->value = null;
			}
		}
	}

	/** Keys with a getter and a setter of their own may not be used as custom meta. */
	protected function is_internal_meta_key( $key ) {
		return '' !== $key
			&& null !== $this->data_store
			&& in_array( $key, $this->data_store->get_internal_meta_keys(), true )
			&& $this->stand_in_knows( ltrim( $key, '_' ) );
	}

	protected function maybe_read_meta_data() {
		if ( null === $this->meta_data ) {
			$this->read_meta_data();
		}
	}

	public function read_meta_data( $force_read = false ) {
		$this->meta_data = array();
		if ( $this->get_id() <= 0 || null === $this->data_store ) {
			return;
		}
		foreach ( $this->data_store->read_meta( $this ) as $row ) {
			$this->meta_data[] = new WC_Meta_Data(
				array(
					'id'    => (int) $row->meta_id,
					'key'   => $row->meta_key,
					'value' => maybe_unserialize( $row->meta_value ),
				)
			);
		}
	}

	public function save_meta_data() {
		foreach ( $this->meta_data ?? array() as $place => $meta ) {
			if ( null === $meta->value ) {
				if ( $meta->id > 0 ) {
					$this->data_store->delete_meta( $this, $meta );
					do_action( "deleted_{$this->object_type}_meta", $meta->id, $this->get_id(), $meta->key, null );
				}
				unset( $this->meta_data[ $place ] );
			} elseif ( ! ( $meta->id > 0 ) ) {
				$meta->id = $this->data_store->add_meta( $this, $meta );
				$meta->apply_changes();
				do_action( "added_{$this->object_type}_meta", $meta->id, $this->get_id(), $meta->key, $meta->value );
			} elseif ( array() !== $meta->get_changes() ) {
				$this->data_store->update_meta( $this, $meta );
				$meta->apply_changes();
				do_action( "updated_{$this->object_type}_meta", $meta->id, $this->get_id(), $meta->key, $meta->value );
			}
		}
	}
}
