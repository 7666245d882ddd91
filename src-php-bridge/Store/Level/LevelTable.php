<?php
/**
 * KeyCRM's stock levels as last read.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Stock\Sku;
use KeyCrmStock\Value\Stock\StockLevel;
use KeyCrmStock\Value\Stock\WarehouseLevel;

/**
 * One row for each offer. A row is replaced only by a level whose request was sent later. A row from the future is
 * replaced by any level: the server's clock has been set back, and for hours no request would be later.
 */
final class LevelTable {

	/** Value of the column `warehouses` if only totals are known: JSON null. */
	public const NO_SPLIT = 'null';

	/** @param \Closure(): int $now_ms */
	public function __construct(
		private readonly Database $database,
		private readonly \Closure $now_ms,
	) {}

	/**
	 * @param list<StockLevel> $levels
	 * @param int              $listed_in The run whose complete read has listed these levels; 0 for any other read.
	 * @throws DatabaseError
	 */
	public function store( array $levels, int $listed_in ): void {
		// CASE instead of IF() and GREATEST(): on SQLite those are PHP functions, which cut numbers to 32 bits.
		$now     = ( $this->now_ms )();
		// Each process locks the rows in the same sequence, so that two of them do not wait for one another.
		usort( $levels, static fn ( StockLevel $one, StockLevel $other ): int => $one->offer_id <=> $other->offer_id );
		$newer   = static fn ( string $column, string $than = '>=' ): string => "$column = CASE WHEN VALUES(read_at) $than read_at OR read_at > $now THEN VALUES($column) ELSE $column END";
		$columns = array( 'sku', 'sku_key', 'quantity', 'reserve', 'warehouses', 'problem', 'read_at' );
		$this->database->insert_rows(
			'INSERT INTO ' . $this->table() . ' (offer_id, sku, sku_key, quantity, reserve, warehouses, problem, read_at, listed_in, stored_at)',
			'(%d, %s, %s, %s, %s, %s, %s, %d, %d, %d)',
			array_map( fn ( StockLevel $level ): array => $this->row( $level, $listed_in, $now ), $levels ),
			// read_at comes last, because MySQL assigns from left to right and the others compare with its old value.
			'ON DUPLICATE KEY UPDATE gone_in = 0, listed_in = CASE WHEN VALUES(listed_in) > 0 THEN VALUES(listed_in) ELSE listed_in END, '
			// If the same answer is stored again, the time of the first storing stays.
			. $newer( 'stored_at', '>' ) . ', ' . implode( ', ', array_map( $newer, $columns ) )
		);
	}

	/** How many distinct offers a run's complete read has listed so far. */
	public function count_listed( int $run_id ): int {
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE listed_in = %d', array( $run_id ) );
	}

	/** Called before a read begins anew. */
	public function forget_listed( int $run_id ): void {
		$this->database->run( 'UPDATE ' . $this->table() . ' SET listed_in = 0 WHERE listed_in = %d', array( $run_id ) );
	}

	/**
	 * Called for offers of an answer whose other pages did not come.
	 *
	 * @param list<int> $offer_ids
	 */
	public function forget_listed_offers( array $offer_ids, int $run_id ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->table() . ' SET listed_in = 0 WHERE listed_in = %d AND offer_id IN (' . implode( ', ', array_map( 'intval', $offer_ids ) ) . ')', array( $run_id ) );
		}
	}

	/**
	 * @param list<string> $skus
	 * @return array<string, list<LevelRow>> Keyed by "sku:" and the SKU, because PHP turns a key like "1618" into a number.
	 */
	public function by_skus( array $skus ): array {
		return $this->keyed( $this->named( $skus ) );
	}

	/**
	 * @param list<string> $skus
	 * @param int          $since Unix milliseconds; levels read earlier are left out.
	 * @return array<string, list<LevelRow>> Keyed as by_skus() does.
	 */
	public function read_since( array $skus, int $since ): array {
		return $this->keyed( $this->named( $skus, " AND read_at >= $since" ) );
	}

	/**
	 * @param list<int> $offer_ids
	 * @return array<int, LevelRow>
	 */
	public function by_offers( array $offer_ids ): array {
		$found = array();
		foreach ( $this->numbered( 'offer_id', $offer_ids ) as $row ) {
			$found[ $row->level->offer_id ] = $row;
		}
		return $found;
	}

	/** @return list<LevelRow> Some levels that show the formula at work: several warehouses, a reserve, not empty. */
	public function examples( int $limit ): array {
		return array_map(
			array( LevelRow::class, 'from_row' ),
			$this->database->rows(
				'SELECT * FROM ' . $this->table() . " WHERE sku <> '' AND problem = '' AND quantity > 0 AND warehouses <> '" . self::NO_SPLIT . "' ORDER BY (reserve > 0) DESC, LENGTH(warehouses) DESC, offer_id LIMIT %d",
				array( $limit )
			)
		);
	}

	/** @throws DatabaseError */
	public function has_any(): bool {
		return null !== $this->database->value( 'SELECT 1 FROM ' . $this->table() . ' LIMIT 1' );
	}

	/** Whether KeyCRM has any product in stock, as far as it was read. @throws DatabaseError */
	public function has_stock(): bool {
		return null !== $this->database->value( 'SELECT 1 FROM ' . $this->table() . ' WHERE quantity > 0 LIMIT 1' );
	}

	/** The level that belongs to a product. */
	public function by_product( int $product_id ): ?LevelRow {
		return $this->numbered( 'product_id', array( $product_id ) )[0] ?? null;
	}

	/**
	 * @param list<int> $product_ids
	 * @return list<LevelRow> The levels that belong to them.
	 */
	public function by_products( array $product_ids ): array {
		return $this->numbered( 'product_id', $product_ids );
	}

	/** Deletes levels that no read has seen for long and that belong to no product. */
	public function prune( int $before_ms, int $limit ): int {
		$ids = array_column( $this->database->rows( 'SELECT offer_id FROM ' . $this->table() . ' WHERE read_at < %d AND product_id = 0 LIMIT %d', array( $before_ms, $limit ) ), 'offer_id' );
		return array() === $ids ? 0 : $this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE offer_id IN (' . implode( ', ', array_map( 'intval', $ids ) ) . ')' );
	}

	/**
	 * @param list<int> $numbers
	 * @return list<LevelRow>
	 */
	private function numbered( string $column, array $numbers ): array {
		return array() === $numbers ? array() : $this->select( "$column IN (" . implode( ', ', array_map( 'intval', $numbers ) ) . ')', array() );
	}

	/**
	 * @param list<string> $skus
	 * @return list<LevelRow>
	 */
	private function named( array $skus, string $and = '' ): array {
		return array() === $skus ? array() : $this->select( 'sku IN (' . implode( ', ', array_fill( 0, count( $skus ), '%s' ) ) . ")$and", $skus );
	}

	/**
	 * @param list<string> $values
	 * @return list<LevelRow>
	 */
	private function select( string $where, array $values ): array {
		return array_map( array( LevelRow::class, 'from_row' ), $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE $where ORDER BY offer_id", $values ) );
	}

	/**
	 * @param list<LevelRow> $rows
	 * @return array<string, list<LevelRow>>
	 */
	private function keyed( array $rows ): array {
		$found = array();
		foreach ( $rows as $row ) {
			$found[ 'sku:' . $row->level->sku ][] = $row;
		}
		return $found;
	}

	/** @return list<string|int|null> */
	private function row( StockLevel $level, int $listed_in, int $now_ms ): array {
		$is_long = Sku::is_too_long( $level->sku );
		$sku     = Sku::storable( $level->sku );
		return array(
			$level->offer_id,
			$sku,
			'' === $sku || $is_long ? '' : mb_substr( Sku::near_key( $sku ), 0, Sku::LONGEST, 'UTF-8' ),
			null === $level->quantity ? null : $this->decimal( $level->quantity ),
			null === $level->reserve ? null : $this->decimal( $level->reserve ),
			$level->has_split ? (string) wp_json_encode( array_map( static fn ( WarehouseLevel $part ): array => $part->to_array(), $level->warehouses ), JSON_UNESCAPED_UNICODE ) : self::NO_SPLIT,
			$is_long ? StockLevel::PROBLEM_SKU : $level->problem,
			$level->read_at,
			$listed_in,
			$now_ms,
		);
	}

	private function decimal( float $number ): string {
		return number_format( $number, 6, '.', '' );
	}

	private function table(): string {
		return $this->database->table( 'levels' );
	}
}
