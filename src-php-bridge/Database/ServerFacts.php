<?php
/**
 * What the database server is and how it is set.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

final class ServerFacts {

	/**
	 * @param bool     $has_post_index The table of post meta has WordPress's own index, on post_id alone.
	 * @param int|null $lock_wait      Seconds a statement waits for a lock; null where there is no such setting (SQLite).
	 */
	private function __construct(
		public readonly bool $has_post_index,
		public readonly ?int $lock_wait,
	) {}

	/** @throws DatabaseError */
	public static function read( Database $database ): self {
		// Empty, or on more columns, if another plugin has changed the table's indexes.
		$index = $database->rows( "SHOW INDEX FROM {$database->names->postmeta} WHERE Key_name = 'post_id'" );
		$rows  = $database->rows( "SHOW VARIABLES WHERE Variable_name = 'innodb_lock_wait_timeout'" );
		return new self(
			1 === count( $index ) && 'post_id' === ( $index[0]['Column_name'] ?? '' ),
			isset( $rows[0]['Value'] ) ? (int) $rows[0]['Value'] : null
		);
	}

	/** Whether it is MySQL or MariaDB, with connections and row locks; not SQLite. */
	public function has_row_locks(): bool {
		return null !== $this->lock_wait;
	}
}
