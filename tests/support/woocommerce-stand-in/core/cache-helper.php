<?php
/**
 * Versions of transient groups and prefixes of cache groups. A new version or prefix invalidates the whole group.
 */

declare(strict_types=1);

class WC_Cache_Helper {
	/** @var array<string, true> Transients that are deleted only at the end of the request. */
	private static array $for_later = array();

	public static function init() {
		add_action( 'shutdown', array( __CLASS__, 'delete_transients_on_shutdown' ), 10 );
	}

	public static function get_transient_version( $group, $refresh = false ) {
		$name    = "$group-transient-version";
		$version = $refresh ? false : get_transient( $name );
		if ( false === $version ) {
			$version = (string) time();
			set_transient( $name, $version );
		}
		return $version;
	}

	public static function get_cache_prefix( $group ) {
		$name  = "wc_{$group}_cache_prefix";
		$value = wp_cache_get( $name, $group );
		if ( ! is_string( $value ) || '' === $value ) {
			self::invalidate_cache_group( $group );
			$value = wp_cache_get( $name, $group );
		}
		return "wc_cache_{$value}_";
	}

	public static function invalidate_cache_group( $group ) {
		return wp_cache_set( "wc_{$group}_cache_prefix", microtime( true ) . bin2hex( random_bytes( 8 ) ), $group );
	}

	public static function get_prefixed_key( $key, $group ) {
		return self::get_cache_prefix( $group ) . $key;
	}

	public static function queue_delete_transient( $keys ) {
		self::$for_later += array_fill_keys( (array) $keys, true );
	}

	public static function delete_transients_on_shutdown() {
		array_map( 'delete_transient', array_keys( self::$for_later ) );
		self::$for_later = array();
	}

	public static function invalidate_attribute_count( $attribute_keys ) {
		foreach ( $attribute_keys as $key ) {
			self::queue_delete_transient( "wc_layered_nav_counts_$key" );
		}
	}
}
