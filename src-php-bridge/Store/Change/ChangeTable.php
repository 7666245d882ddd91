<?php
/**
 * What runs plan and write, product by product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\RunStatus;

/** Used by runs. Lists for people are in ChangeLog. */
final class ChangeTable {

	/** Columns that writing changes in a planned change. */
	private const WRITTEN = array( 'before', 'after', 'outcome', 'reason', 'parts', 'written_at', 'members' );

	public function __construct( private readonly Database $database ) {}

	/**
	 * Inserts or replaces. A run has one row for each product, so a page that is done twice is stored once.
	 *
	 * @param list<Change> $changes
	 * @throws DatabaseError
	 */
	public function store( array $changes ): void {
		$names   = array_map( static fn ( string $column ): string => "`$column`", ChangeRow::COLUMNS );
		$updates = array_map( static fn ( string $name ): string => "$name = VALUES($name)", array_slice( $names, 3 ) );
		$this->database->insert_rows(
			'INSERT INTO ' . $this->table() . ' (' . implode( ', ', $names ) . ')',
			ChangeRow::PLACES,
			array_map( ChangeRow::from_change( ... ), $changes ),
			'ON DUPLICATE KEY UPDATE ' . implode( ', ', $updates )
		);
	}

	/**
	 * Stores the results of planned changes. Most went as planned and need only the time. It sends UPDATEs only, so
	 * that nothing happens once the writer's transaction is lost.
	 *
	 * @param list<Change> $plans
	 * @param list<Change> $notes Result of each change.
	 */
	public function store_written( int $run_id, array $plans, array $notes, int $now_ms ): void {
		$as_planned = array();
		$other      = array();
		foreach ( $notes as $index => $note ) {
			if ( $note->is_as_planned( $plans[ $index ] ) ) {
				$as_planned[] = $note->product_id;
			} else {
				$other[] = $note;
			}
		}
		foreach ( $other as $note ) {
			$row  = array_combine( ChangeRow::COLUMNS, ChangeRow::from_change( $note ) );
			$sets = array_intersect_key( $row, array_flip( self::WRITTEN ) );
			$this->database->run(
				'UPDATE ' . $this->table() . ' SET ' . implode( ', ', array_map( static fn ( string $column ): string => "`$column` = %s", array_keys( $sets ) ) ) . ' WHERE run_id = %d AND product_id = %d' . $this->database->and_in_transaction(),
				array( ...array_values( $sets ), $run_id, $note->product_id )
			);
		}
		if ( array() !== $as_planned ) {
			$this->database->run( 'UPDATE ' . $this->table() . ' SET written_at = %d WHERE run_id = %d AND product_id IN (' . implode( ', ', $as_planned ) . ')' . $this->database->and_in_transaction(), array( $now_ms, $run_id ) );
		}
	}

	/** @return list<Change> The next changes that are planned but not written yet, by product. */
	public function unwritten( int $run_id, int $after_product_id, int $limit ): array {
		return $this->select(
			'run_id = %d AND outcome = %s AND written_at = 0 AND product_id > %d ORDER BY product_id LIMIT %d',
			array( $run_id, Outcome::Updated->value, $after_product_id, $limit )
		);
	}

	/**
	 * @param int $before_ms Unix milliseconds.
	 * @return list<int> Offers of planned changes whose level was read before then.
	 */
	public function offers_read_before( int $run_id, int $before_ms, int $limit ): array {
		return $this->database->ids(
			'SELECT level.offer_id FROM ' . $this->table() . ' planned JOIN ' . $this->database->table( 'levels' ) . ' level ON level.offer_id = planned.offer_id
			WHERE planned.run_id = %d AND planned.outcome = %s AND planned.written_at = 0 AND level.read_at < %d ORDER BY planned.product_id LIMIT %d',
			array( $run_id, Outcome::Updated->value, $before_ms, $limit )
		);
	}

	/**
	 * @param non-empty-list<int> $offer_ids
	 * @return list<Change> Planned changes that are not written yet.
	 */
	public function planned_for_offers( int $run_id, array $offer_ids ): array {
		return $this->select( 'run_id = %d AND outcome = %s AND written_at = 0 AND offer_id IN (' . Database::in( $offer_ids ) . ') ORDER BY product_id', array( $run_id, Outcome::Updated->value ) );
	}

	/**
	 * Makes written changes planned ones again.
	 *
	 * @param non-empty-list<int> $product_ids
	 */
	public function plan_again( int $run_id, array $product_ids ): void {
		$this->database->run( 'UPDATE ' . $this->table() . ' SET written_at = 0 WHERE run_id = %d AND product_id IN (' . Database::in( $product_ids ) . ')', array( $run_id ) );
	}

	/**
	 * @param int $since_ms Unix milliseconds; earlier ones are left out.
	 * @return list<Change> The next numbers that a run has really written, by product.
	 */
	public function written( int $run_id, int $after_product_id, int $limit, int $since_ms = 1 ): array {
		return $this->select(
			'run_id = %d AND outcome = %s AND written_at >= %d AND product_id > %d ORDER BY product_id LIMIT %d',
			array( $run_id, Outcome::Updated->value, max( 1, $since_ms ), $after_product_id, $limit )
		);
	}

	/** @return list<Change> The next products that a run has noted as unchanged for this reason, by product. */
	public function with_reason( int $run_id, string $reason, int $after_product_id, int $limit ): array {
		return $this->select(
			'run_id = %d AND outcome = %s AND reason = %s AND product_id > %d ORDER BY product_id LIMIT %d',
			array( $run_id, Outcome::Unchanged->value, $reason, $after_product_id, $limit )
		);
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<Change>
	 */
	public function for_products( int $run_id, array $product_ids ): array {
		$places = implode( ', ', array_fill( 0, count( $product_ids ), '%d' ) );
		return $this->select( "run_id = %d AND product_id IN ($places) ORDER BY product_id", array( $run_id, ...$product_ids ) );
	}

	/**
	 * What this run and the refreshes since then have noted of these products.
	 *
	 * @param non-empty-list<int> $product_ids
	 * @return array<int, Change> The newest by product.
	 */
	public function newest_since( int $run_id, array $product_ids ): array {
		$places = implode( ', ', array_fill( 0, count( $product_ids ), '%d' ) );
		$runs   = $this->database->table( 'runs' );
		$newest = array();
		foreach ( $this->select( "product_id IN ($places) AND (run_id = %d OR run_id IN (SELECT id FROM $runs WHERE id > %d AND lane = %s AND status = %s)) ORDER BY id", array( ...$product_ids, $run_id, $run_id, RunTable::REFRESH, RunStatus::Succeeded->value ) ) as $change ) {
			$newest[ $change->product_id ] = $change;
		}
		return $newest;
	}

	/**
	 * A subquery for the products that a run has stored with one of these outcomes.
	 *
	 * @param list<Outcome> $outcomes
	 */
	public function product_ids_sql( int $run_id, array $outcomes ): string {
		$names = array_map( static fn ( Outcome $outcome ): string => "'{$outcome->value}'", $outcomes );
		return 'SELECT product_id FROM ' . $this->table() . " WHERE run_id = $run_id AND outcome IN (" . implode( ', ', $names ) . ')';
	}

	public function forget_run( int $run_id ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE run_id = %d', array( $run_id ) );
	}

	/**
	 * Deletes some of the older rows; call again until it returns 0.
	 *
	 * @param list<int> $kept Runs whose changes stay.
	 * @return int Rows deleted.
	 */
	public function prune_old( int $before_ms, array $kept, int $limit ): int {
		return $this->delete_some( 'planned_at < %d' . $this->not_of( $kept ), array( $before_ms, ...$kept ), $limit );
	}

	/**
	 * Deletes what earlier runs have only planned, or found to need attention, because the newest run
	 * has looked at all of it again.
	 *
	 * @param list<int> $kept Runs whose changes stay.
	 * @return int Rows deleted.
	 */
	public function prune_unwritten( int $before_run_id, array $kept, int $limit ): int {
		return $this->delete_some( 'written_at = 0 AND run_id < %d' . $this->not_of( $kept ), array( $before_run_id, ...$kept ), $limit );
	}

	/** @param list<int> $run_ids */
	private function not_of( array $run_ids ): string {
		return array() === $run_ids ? '' : ' AND run_id NOT IN (' . implode( ', ', array_fill( 0, count( $run_ids ), '%d' ) ) . ')';
	}

	/** @param list<string|int> $values */
	private function delete_some( string $where, array $values, int $limit ): int {
		// Not DELETE … LIMIT, because SQLite does not know it.
		$ids = array_column( $this->database->rows( 'SELECT id FROM ' . $this->table() . " WHERE $where LIMIT %d", array( ...$values, $limit ) ), 'id' );
		return array() === $ids ? 0 : $this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE id IN (' . implode( ', ', array_map( 'intval', $ids ) ) . ')' );
	}

	/**
	 * @param list<string|int> $values
	 * @return list<Change>
	 */
	private function select( string $where, array $values ): array {
		return ChangeRow::to_changes( $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE $where", $values ) );
	}

	private function table(): string {
		return $this->database->table( 'changes' );
	}
}
