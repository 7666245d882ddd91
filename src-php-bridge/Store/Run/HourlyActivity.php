<?php
/**
 * How many numbers were written, and how many runs failed, hour by hour.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

final class HourlyActivity {

	private const HOUR_MS = HOUR_IN_SECONDS * 1000;

	public function __construct( private readonly Database $database ) {}

	/**
	 * @return list<array{at: int, changes: int, failed_runs: int}> The given number of hours, the last one being that of $now_ms, oldest first; `at` is an hour's beginning, unix milliseconds.
	 */
	public function by_hour( int $now_ms, int $hours ): array {
		$last    = $now_ms - $now_ms % self::HOUR_MS;
		$first   = $last - ( $hours - 1 ) * self::HOUR_MS;
		$changes = $this->counted( 'changes', 'written_at', 'outcome = %s', Outcome::Updated->value, $first );
		$failed  = $this->counted( 'runs', 'started_at', "lane = '" . RunTable::MAIN . "' AND status = %s", RunStatus::Failed->value, $first );
		return array_map(
			static fn ( int $at ): array => array(
				'at'          => $at,
				'changes'     => $changes[ $at ] ?? 0,
				'failed_runs' => $failed[ $at ] ?? 0,
			),
			range( $first, $last, self::HOUR_MS )
		);
	}

	/**
	 * @param int $since_ms Unix milliseconds.
	 * @return array<string, int> How many of the shop's quantities refreshes have written since then, by what started them (RunTrigger).
	 */
	public function refreshed_since( int $since_ms ): array {
		$rows = $this->database->rows(
			"SELECT run.`trigger` AS started_by, COUNT(*) AS rows_then FROM {$this->database->table( 'changes' )} changed JOIN {$this->database->table( 'runs' )} run ON run.id = changed.run_id
			WHERE changed.side = 'shop' AND changed.written_at >= %d AND changed.outcome = %s AND run.mode = %s GROUP BY run.`trigger`",
			array( $since_ms, Outcome::Updated->value, RunMode::Refresh->value )
		);
		$counts = array();
		foreach ( $rows as $row ) {
			$counts[ (string) $row['started_by'] ] = (int) $row['rows_then'];
		}
		return $counts;
	}

	/** @return array<int, int> Rows by the hour that the time falls into. */
	private function counted( string $table, string $time, string $where, string $value, int $first ): array {
		$rows = $this->database->rows(
			"SELECT $time - $time %% %d AS hour_at, COUNT(*) AS rows_then FROM " . $this->database->table( $table ) . " WHERE $time >= %d AND $where GROUP BY hour_at",
			array( self::HOUR_MS, $first, $value )
		);
		$counts = array();
		foreach ( $rows as $row ) {
			$counts[ (int) $row['hour_at'] ] = (int) $row['rows_then'];
		}
		return $counts;
	}
}
