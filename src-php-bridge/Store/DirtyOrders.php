<?php
/**
 * KeyCRM's orders that are to be looked up, because a message has named them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/** One row for each order, however often it is named. A row leaves only after its offers were marked. */
final class DirtyOrders {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @return bool Whether the order did not wait already.
	 * @throws DatabaseError
	 */
	public function mark( int $order_id, int $now_ms ): bool {
		// The server counts an updated row twice.
		return 1 === $this->database->run(
			"INSERT INTO {$this->table()} (order_id, since) VALUES (%d, %d) ON DUPLICATE KEY UPDATE since = CASE WHEN VALUES(since) > since THEN VALUES(since) ELSE since + 1 END",
			array( $order_id, $now_ms )
		);
	}

	/**
	 * @return array<int, int> The last mark by the order's id, the oldest first.
	 * @throws DatabaseError
	 */
	public function next( int $limit ): array {
		$rows = $this->database->rows( "SELECT order_id, since FROM {$this->table()} WHERE order_id > 0 ORDER BY since, order_id LIMIT %d", array( $limit ) );
		$marks = array();
		foreach ( $rows as $row ) {
			$marks[ (int) $row['order_id'] ] = (int) $row['since'];
		}
		return $marks;
	}

	/**
	 * Keeps the row of an order that was named again meanwhile.
	 *
	 * @throws DatabaseError
	 */
	public function remove( int $order_id, int $since ): void {
		$this->database->run( "DELETE FROM {$this->table()} WHERE order_id = %d AND since = %d", array( $order_id, $since ) );
	}

	private function table(): string {
		return $this->database->table( 'dirty' );
	}
}
