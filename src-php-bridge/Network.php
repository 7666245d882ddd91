<?php
/**
 * Work on several sites of a network at once.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Schema;

/** Each site has its own settings, key, tables and schedule. This is for what WordPress does to many sites at once. */
final class Network {

	/**
	 * @param bool             $all  True for all sites of the network, false for this one.
	 * @param \Closure(): mixed $work
	 */
	public static function on_sites( bool $all, \Closure $work ): void {
		if ( ! $all || ! is_multisite() ) {
			$work();
			return;
		}
		$query = array(
			'fields' => 'ids',
			'number' => 0,
		);
		foreach ( get_sites( $query ) as $site ) {
			switch_to_blog( $site );
			$work();
			restore_current_blog();
		}
	}

	/**
	 * Filters `wpmu_drop_tables`: our tables are dropped with their site.
	 *
	 * @param array<string> $tables
	 * @return array<string>
	 */
	public static function add_tables( array $tables, int $site ): array {
		global $wpdb;
		return array( ...$tables, ...Schema::table_names( $wpdb->get_blog_prefix( $site ) ) );
	}
}
