<?php
/**
 * What the log of changes tells about who else sets the shop's stock.
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

	/** So many of them are looked at closely. */
	private const MOST_PRODUCTS = 50;

	public function __construct( private readonly Database $database ) {}

	/**
	 * Products in which the same other quantity was found again and again in the place of the one written last. KeyCRM's
	 * own numbers may go up and down as often: then what is found is what was written.
	 *
	 * @param int $since_ms Unix milliseconds.
	 * @return list<ContestedStock> The most often first.
	 * @throws DatabaseError
	 */
	public function contested( int $since_ms, int $limit ): array {
		$pairs   = array();
		$written = array();
		foreach ( $this->writes( $this->written_alike( $since_ms ), $since_ms ) as $row ) {
			$id     = (int) $row['product_id'];
			$before = (float) $row['before'];
			$after  = (float) $row['after'];
			if ( isset( $written[ $id ] ) && $written[ $id ] !== $before ) {
				$key           = "$id $before $after";
				$pairs[ $key ] = new ContestedStock( $id, $after, $before, 1 + ( $pairs[ $key ]->times ?? 0 ) );
			}
			$written[ $id ] = $after;
		}
		$often = array_values( array_filter( $pairs, static fn ( ContestedStock $pair ): bool => $pair->times >= self::TIMES ) );
		usort( $often, static fn ( ContestedStock $one, ContestedStock $other ): int => $other->times <=> $one->times );
		return array_slice( $often, 0, $limit );
	}

	/** @return list<int> Products whose quantity was changed often enough from the same one to the same other one. */
	private function written_alike( int $since_ms ): array {
		$ids = $this->database->column(
			"SELECT product_id FROM {$this->database->table( 'changes' )}
			WHERE side = 'shop' AND written_at >= %d AND outcome = %s AND `before` IS NOT NULL AND `after` IS NOT NULL
			GROUP BY product_id, `before`, `after` HAVING COUNT(*) >= %d ORDER BY COUNT(*) DESC, product_id LIMIT %d",
			array( $since_ms, Outcome::Updated->value, self::TIMES, self::MOST_PRODUCTS )
		);
		return array_values( array_unique( array_map( 'intval', $ids ) ) );
	}

	/**
	 * @param list<int> $product_ids
	 * @return list<array<string, string|null>> What was written to them, the oldest first.
	 */
	private function writes( array $product_ids, int $since_ms ): array {
		return array() === $product_ids ? array() : $this->database->rows(
			"SELECT product_id, `before`, `after` FROM {$this->database->table( 'changes' )}
			WHERE product_id IN (" . Database::in( $product_ids ) . ') AND side = \'shop\' AND written_at >= %d AND outcome = %s AND `before` IS NOT NULL AND `after` IS NOT NULL ORDER BY written_at, id',
			array( $since_ms, Outcome::Updated->value )
		);
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
			"SELECT COUNT(*) FROM $changes changed JOIN $runs run ON run.id = changed.run_id WHERE changed.side = 'shop' AND changed.written_at >= %d AND changed.outcome = %s AND run.lane = %s AND run.mode = %s",
			array( $since_ms, Outcome::Updated->value, RunTable::MAIN, RunMode::Sync->value )
		);
	}
}
