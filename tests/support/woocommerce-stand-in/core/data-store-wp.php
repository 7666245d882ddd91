<?php
/**
 * A store that saves objects in WordPress's tables: custom meta, and the lookup table of products.
 */

declare(strict_types=1);

class WC_Data_Store_WP {
	/** @var string Which WordPress meta table: post or order_item. */
	protected $meta_type = 'post';

	/** @var list<string> Meta keys that are properties of the object, not custom meta. */
	protected $internal_meta_keys = array();

	/** @var list<string> Meta keys whose row stays if the value is empty. */
	protected $must_exist_meta_keys = array();

	public function get_internal_meta_keys() {
		return $this->internal_meta_keys;
	}

	public function read_meta( &$object ) {
		global $wpdb;
		$table = _get_meta_table( $this->meta_type );
		$rows  = $wpdb->get_results(
			$wpdb->prepare( "SELECT meta_id, meta_key, meta_value FROM {$table} WHERE {$this->meta_type}_id = %d ORDER BY meta_id", $object->get_id() )
		);
		return $this->filter_raw_meta_data( $object, $rows );
	}

	public function filter_raw_meta_data( &$object, $raw_meta_data ) {
		$of_values = array_map( static fn( string $key ): string => str_starts_with( $key, '_' ) ? $key : "_$key", $object->get_data_keys() );

		$this->internal_meta_keys = array_values( array_unique( array( ...$this->internal_meta_keys, ...$of_values ) ) );
		$free                     = array_filter( $raw_meta_data, array( $this, 'exclude_internal_meta_keys' ) );
		return apply_filters( "woocommerce_data_store_wp_{$this->meta_type}_read_meta", $free, $object, $this );
	}

	protected function exclude_internal_meta_keys( $meta ) {
		return ! in_array( $meta->meta_key, $this->internal_meta_keys, true ) && ! str_starts_with( $meta->meta_key, 'wp_' );
	}

	public function add_meta( &$object, $meta ) {
		return add_metadata( $this->meta_type, $object->get_id(), wp_slash( $meta->key ), wp_slash( $meta->value ) );
	}

	public function update_meta( &$object, $meta ) {
		update_metadata_by_mid( $this->meta_type, $meta->id, $meta->value, $meta->key );
	}

	public function delete_meta( &$object, $meta ) {
		delete_metadata_by_mid( $this->meta_type, $meta->id );
	}

	protected function get_term_ids( $object, $taxonomy ) {
		return wc_get_object_terms( is_numeric( $object ) ? (int) $object : $object->get_id(), $taxonomy, 'term_id' );
	}

	/** A value is written if it has changed or its row is missing. */
	protected function get_props_to_update( $object, $meta_key_to_props, $meta_type = 'post' ) {
		$changed = $object->get_changes();
		return array_filter(
			$meta_key_to_props,
			static fn( string $prop, string $key ): bool => array_key_exists( $prop, $changed ) || ! metadata_exists( $meta_type, $object->get_id(), $key ),
			ARRAY_FILTER_USE_BOTH
		);
	}

	protected function update_or_delete_post_meta( $object, $meta_key, $meta_value ) {
		$is_empty = '' === $meta_value || array() === $meta_value;
		return (bool) ( $is_empty && ! in_array( $meta_key, $this->must_exist_meta_keys, true )
			? delete_post_meta( $object->get_id(), $meta_key )
			: update_post_meta( $object->get_id(), $meta_key, $meta_value ) );
	}

	protected function get_data_for_lookup_table( $id, $table ) {
		return array();
	}

	protected function get_primary_key_for_lookup_table( $table ) {
		return '';
	}

	/** Writes the lookup row unless the object cache holds the same row. */
	protected function update_lookup_table( $id, $table ) {
		global $wpdb;
		$row = $this->get_data_for_lookup_table( absint( $id ), $table );
		if ( array() === $row || wp_cache_get( 'lookup_table', "object_$id" ) === $row ) {
			return;
		}
		$wpdb->replace( $wpdb->$table, $row );
		wp_cache_set( 'lookup_table', $row, "object_$id" );
	}

	public function delete_from_lookup_table( $id, $table ) {
		global $wpdb;
		$wpdb->delete( $wpdb->$table, array( $this->get_primary_key_for_lookup_table( $table ) => absint( $id ) ) );
		wp_cache_delete( 'lookup_table', "object_$id" );
	}

	protected function string_to_timestamp( $time_string ) {
		return '0000-00-00 00:00:00' === $time_string ? null : wc_string_to_timestamp( $time_string );
	}
}
