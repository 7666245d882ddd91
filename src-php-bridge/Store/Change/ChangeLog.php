<?php
/**
 * Lists changes for people: sorted, filtered, paged.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\Change;

final class ChangeLog {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param string $direction 'asc' or 'desc'.
	 * @return list<Change>
	 */
	public function page( ChangeFilter $filter, ChangeSort $sort, string $direction, int $page, int $per_page ): array {
		$where = new ChangeWhere( $filter, $this->database );
		// The rows are wide, so only their ids are sorted, and the page's rows are fetched afterwards.
		return $this->changes(
			'SELECT c.* FROM ' . $this->table() . ' c JOIN (SELECT i.id FROM ' . $this->table() . " i WHERE {$where->sql()} ORDER BY {$sort->sql( $direction, 'i' )} LIMIT %d OFFSET %d) p ON p.id = c.id ORDER BY {$sort->sql( $direction, 'c' )}",
			array( ...$where->values(), $per_page, ( $page - 1 ) * $per_page )
		);
	}

	public function count( ChangeFilter $filter ): int {
		$where = new ChangeWhere( $filter, $this->database );
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . " WHERE {$where->sql()}", $where->values() );
	}

	/**
	 * The whole list, oldest first. It holds only a few rows in memory at a time.
	 *
	 * @return \Generator<int, list<Change>> Portions.
	 */
	public function portions( ChangeFilter $filter, int $rows ): \Generator {
		$after = 0;
		do {
			$where   = ( new ChangeWhere( $filter, $this->database ) )->and( 'id > %d', $after );
			$portion = $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE {$where->sql()} ORDER BY id LIMIT %d", array( ...$where->values(), $rows ) );
			$changes = ChangeRow::to_changes( $portion );
			if ( array() !== $changes ) {
				yield $changes;
			}
			$after = (int) ( $portion[ count( $portion ) - 1 ]['id'] ?? 0 );
		} while ( count( $portion ) === $rows );
	}

	/**
	 * @param list<string|int> $values
	 * @return list<Change>
	 */
	private function changes( string $statement, array $values ): array {
		return ChangeRow::to_changes( $this->database->rows( $statement, $values ) );
	}

	private function table(): string {
		return $this->database->table( 'changes' );
	}
}
