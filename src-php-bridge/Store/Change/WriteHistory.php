<?php
/**
 * What the log of changes tells about who else sets stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\ContestedStock;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\RunMode;

final class WriteHistory {

	/** A sale in between leads to other quantities each time; the same pair so often means that somebody sets it back. */
	private const TIMES = 3;

	public function __construct( private readonly Database $database ) {}

	/**
	 * Products whose quantity was set from the same one to the same other one again and again.
	 *
	 * @param int $since_ms Unix milliseconds.
	 * @return list<ContestedStock> The most often first.
	 * @throws DatabaseError
	 */
	public function contested( int $since_ms, int $limit ): array {
		$rows = $this->database->rows(
			"SELECT product_id, `before`, `after`, COUNT(*) AS times FROM {$this->database->table( 'changes' )}
			WHERE written_at >= %d AND outcome = %s AND `before` IS NOT NULL AND `after` IS NOT NULL
			GROUP BY product_id, `before`, `after` HAVING COUNT(*) >= %d ORDER BY times DESC, product_id LIMIT %d",
			array( $since_ms, Outcome::Updated->value, self::TIMES, $limit )
		);
		return array_map( static fn ( array $row ): ContestedStock => new ContestedStock( (int) $row['product_id'], (float) $row['after'], (float) $row['before'], (int) $row['times'] ), $rows );
	}

	/**
	 * How many quantities full syncs have written.
	 *
	 * @param int $since_ms Unix milliseconds.
	 * @throws DatabaseError
	 */
	public function written_by_syncs( int $since_ms ): int {
		$changes = $this->database->table( 'changes' );
		$runs    = $this->database->table( 'runs' );
		return (int) $this->database->value(
			"SELECT COUNT(*) FROM $changes changed JOIN $runs run ON run.id = changed.run_id WHERE changed.written_at >= %d AND changed.outcome = %s AND run.lane = %s AND run.mode = %s",
			array( $since_ms, Outcome::Updated->value, RunTable::MAIN, RunMode::Sync->value )
		);
	}
}
