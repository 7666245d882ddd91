<?php
/**
 * A persistent object cache in one file, for tests. It is slow and simple. Because requests may overlap, it locks the
 * file for each change.
 */

class Persistent_Test_Cache {

	public array $local = array();
	private array $passing = array();

	public function key( $key, $group ): string {
		return ( '' === (string) $group ? 'default' : $group ) . "\0" . $key;
	}

	private function file(): string {
		return WP_CONTENT_DIR . '/object-cache.data';
	}

	private function stored(): array {
		$text = is_file( $this->file() ) ? file_get_contents( $this->file() ) : '';
		return '' === $text ? array() : unserialize( $text );
	}

	private function change( callable $change ): bool {
		$handle = fopen( $this->file(), 'c+' );
		flock( $handle, LOCK_EX );
		$text   = stream_get_contents( $handle );
		$all    = '' === $text ? array() : unserialize( $text );
		$result = $change( $all );
		ftruncate( $handle, 0 );
		rewind( $handle );
		fwrite( $handle, serialize( $all ) );
		fclose( $handle );
		return $result;
	}

	public function pass( array $groups ): void {
		$this->passing = array_merge( $this->passing, $groups );
	}

	public function get( $key, $group, $force, &$found ) {
		$name = $this->key( $key, $group );
		if ( $force || ! array_key_exists( $name, $this->local ) ) {
			$all = in_array( $group, $this->passing, true ) ? array() : $this->stored();
			if ( ! array_key_exists( $name, $all ) ) {
				$found = false;
				return false;
			}
			$this->local[ $name ] = $all[ $name ];
		}
		$found = true;
		$value = $this->local[ $name ];
		return is_object( $value ) ? clone $value : $value;
	}

	public function set( $key, $value, $group ): bool {
		$name                 = $this->key( $key, $group );
		$this->local[ $name ] = is_object( $value ) ? clone $value : $value;
		if ( in_array( $group, $this->passing, true ) ) {
			return true;
		}
		return $this->change(
			static function ( array &$all ) use ( $name, $value ): bool {
				$all[ $name ] = $value;
				return true;
			}
		);
	}

	public function delete( $key, $group ): bool {
		$name = $this->key( $key, $group );
		unset( $this->local[ $name ] );
		return $this->change(
			static function ( array &$all ) use ( $name ): bool {
				$there = array_key_exists( $name, $all );
				unset( $all[ $name ] );
				return $there;
			}
		);
	}

	public function flush(): bool {
		$this->local = array();
		return $this->change(
			static function ( array &$all ): bool {
				$all = array();
				return true;
			}
		);
	}
}

function wp_cache_init() {
	$GLOBALS['wp_object_cache'] = new Persistent_Test_Cache();
}
function wp_cache_get( $key, $group = '', $force = false, &$found = null ) {
	return $GLOBALS['wp_object_cache']->get( $key, $group, $force, $found );
}
function wp_cache_get_multiple( $keys, $group = '', $force = false ) {
	$values = array();
	foreach ( $keys as $key ) {
		$values[ $key ] = wp_cache_get( $key, $group, $force );
	}
	return $values;
}
function wp_cache_set( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $key, $data, $group );
}
function wp_cache_set_multiple( array $data, $group = '', $expire = 0 ) {
	return array_map( static fn ( $key ) => wp_cache_set( $key, $data[ $key ], $group ), array_combine( array_keys( $data ), array_keys( $data ) ) );
}
function wp_cache_add( $key, $data, $group = '', $expire = 0 ) {
	if ( wp_suspend_cache_addition() ) {
		return false;
	}
	$found = false;
	wp_cache_get( $key, $group, false, $found );
	return $found ? false : wp_cache_set( $key, $data, $group );
}
function wp_cache_add_multiple( array $data, $group = '', $expire = 0 ) {
	return array_map( static fn ( $key ) => wp_cache_add( $key, $data[ $key ], $group ), array_combine( array_keys( $data ), array_keys( $data ) ) );
}
function wp_cache_replace( $key, $data, $group = '', $expire = 0 ) {
	$found = false;
	wp_cache_get( $key, $group, false, $found );
	return $found && wp_cache_set( $key, $data, $group );
}
function wp_cache_delete( $key, $group = '' ) {
	return $GLOBALS['wp_object_cache']->delete( $key, $group );
}
function wp_cache_delete_multiple( array $keys, $group = '' ) {
	return array_map( static fn ( $key ) => wp_cache_delete( $key, $group ), array_combine( $keys, $keys ) );
}
function wp_cache_incr( $key, $offset = 1, $group = '' ) {
	$value = (int) wp_cache_get( $key, $group ) + $offset;
	return wp_cache_set( $key, $value, $group ) ? $value : false;
}
function wp_cache_decr( $key, $offset = 1, $group = '' ) {
	return wp_cache_incr( $key, -$offset, $group );
}
function wp_cache_flush() {
	return $GLOBALS['wp_object_cache']->flush();
}
function wp_cache_flush_runtime() {
	$GLOBALS['wp_object_cache']->local = array();
	return true;
}
function wp_cache_supports( $feature ) {
	return in_array( $feature, array( 'add_multiple', 'set_multiple', 'get_multiple', 'delete_multiple', 'flush_runtime' ), true );
}
function wp_cache_add_global_groups( $groups ) {}
function wp_cache_add_non_persistent_groups( $groups ) {
	$GLOBALS['wp_object_cache']->pass( (array) $groups );
}
function wp_cache_switch_to_blog( $blog_id ) {}
function wp_cache_close() {
	return true;
}
