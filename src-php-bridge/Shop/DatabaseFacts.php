<?php
/**
 * How this database locks rows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class DatabaseFacts {

	/**
	 * @param bool     $has_post_index The table of post meta has WordPress's own index, on post_id alone.
	 * @param bool     $freezes_meta   A lock through that index keeps all meta of a product as it is.
	 * @param bool     $is_core_wpdb   Statements go through WordPress's own class and not through a drop-in's.
	 * @param int|null $lock_wait      Seconds a statement waits for a lock; null where there is no such setting (SQLite).
	 */
	private function __construct(
		public readonly bool $has_post_index,
		public readonly bool $freezes_meta,
		public readonly bool $is_core_wpdb,
		public readonly ?int $lock_wait,
	) {}

	public static function read( \wpdb $wpdb ): self {
		/** @var list<array<string, string>> $index Empty or longer where another plugin has changed the table's indexes. */
		$index = $wpdb->get_results( "SHOW INDEX FROM {$wpdb->postmeta} WHERE Key_name = 'post_id'", 'ARRAY_A' ) ?? array();
		$plain = 1 === count( $index ) && 'post_id' === $index[0]['Column_name'];

		/** @var list<array<string, string>> $rows MariaDB says tx_isolation, MySQL 8 transaction_isolation. */
		$rows      = $wpdb->get_results( "SHOW VARIABLES WHERE Variable_name IN ( 'innodb_lock_wait_timeout', 'transaction_isolation', 'tx_isolation' )", 'ARRAY_A' ) ?? array();
		$variables = array_column( $rows, 'Value', 'Variable_name' );
		$isolation = $variables['transaction_isolation'] ?? $variables['tx_isolation'] ?? '';

		return new self(
			$plain,
			$plain && in_array( $isolation, array( 'REPEATABLE-READ', 'SERIALIZABLE' ), true ),
			\wpdb::class === get_class( $wpdb ),
			isset( $variables['innodb_lock_wait_timeout'] ) ? (int) $variables['innodb_lock_wait_timeout'] : null
		);
	}
}
