<?php
/**
 * What runs plan and write, product by product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change;
use KeyCrmStock\Value\Outcome;

final class ChangeTable {

	private const COLUMNS = array( 'run_id', 'product_id', 'offer_id', 'sku', 'before', 'after', 'outcome', 'reason', 'parts', 'planned_at', 'written_at' );

	public function __construct( private readonly Database $database ) {}

	/**
	 * Adds or replaces; one row a run and product, so that a page done twice stands once.
	 *
	 * @param list<Change> $changes
	 * @throws StorageException
	 */
	public function store( array $changes ): void {
		if ( array() === $changes ) {
			return;
		}
		$values = array();
		foreach ( $changes as $change ) {
			array_push( $values, ...$this->row( $change ) );
		}
		$names   = array_map( static fn ( string $column ): string => "`$column`", self::COLUMNS );
		$updates = array_map( static fn ( string $name ): string => "$name = VALUES($name)", array_slice( $names, 2 ) );
		$this->database->run(
			'INSERT INTO ' . $this->table() . ' (' . implode( ', ', $names ) . ') VALUES '
			. implode( ', ', array_fill( 0, count( $changes ), '(%d, %d, %d, %s, %s, %s, %s, %s, %s, %d, %d)' ) )
			. ' ON DUPLICATE KEY UPDATE ' . implode( ', ', $updates ),
			$values
		);
	}

	/** @return list<Change> The next changes that are planned but not written yet, by product. */
	public function unwritten( int $run_id, int $after_product_id, int $limit ): array {
		return $this->select(
			'run_id = %d AND outcome = %s AND written_at IS NULL AND product_id > %d ORDER BY product_id LIMIT %d',
			array( $run_id, Outcome::Updated->value, $after_product_id, $limit )
		);
	}

	/** @return list<Change> The next numbers that a run has really written, by product. */
	public function written( int $run_id, int $after_product_id, int $limit ): array {
		return $this->select(
			'run_id = %d AND outcome = %s AND written_at IS NOT NULL AND product_id > %d ORDER BY product_id LIMIT %d',
			array( $run_id, Outcome::Updated->value, $after_product_id, $limit )
		);
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<Change>
	 */
	public function of_products( int $run_id, array $product_ids ): array {
		$places = implode( ', ', array_fill( 0, count( $product_ids ), '%d' ) );
		return $this->select( "run_id = %d AND product_id IN ($places) ORDER BY product_id", array( $run_id, ...$product_ids ) );
	}

	/** @return list<Change> */
	public function page( ChangeFilter $filter, int $page, int $per_page ): array {
		[ $where, $values ] = $this->where( $filter );
		return $this->select( "$where ORDER BY id LIMIT %d OFFSET %d", array( ...$values, $per_page, ( $page - 1 ) * $per_page ) );
	}

	public function count( ChangeFilter $filter ): int {
		[ $where, $values ] = $this->where( $filter );
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . " WHERE $where", $values );
	}

	public function forget_run( int $run_id ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE run_id = %d', array( $run_id ) );
	}

	/** @return int Rows deleted: fewer than the limit when nothing old is left. */
	public function prune( int $before_ms, int $limit ): int {
		return $this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE planned_at < %d LIMIT %d', array( $before_ms, $limit ) );
	}

	/** @return array{string, list<string|int>} */
	private function where( ChangeFilter $filter ): array {
		$where  = 'run_id = %d';
		$values = array( $filter->run_id );
		if ( null !== $filter->outcome ) {
			$where   .= ' AND outcome = %s';
			$values[] = $filter->outcome->value;
		}
		if ( '' !== $filter->search ) {
			$where   .= ' AND sku LIKE %s';
			$values[] = $this->database->like( $filter->search );
		}
		return array( $where, $values );
	}

	/**
	 * @param list<string|int> $values
	 * @return list<Change>
	 */
	private function select( string $where, array $values ): array {
		return array_map( array( $this, 'change' ), $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE $where", $values ) );
	}

	/** @return list<string|int|null> */
	private function row( Change $change ): array {
		$decimal = static fn ( ?float $number ): ?string => null === $number ? null : number_format( $number, 6, '.', '' );
		return array(
			$change->run_id,
			$change->product_id,
			$change->offer_id,
			mb_substr( $change->sku, 0, 255, 'UTF-8' ),
			$decimal( $change->before ),
			$decimal( $change->after ),
			$change->outcome->value,
			$change->reason,
			null === $change->parts ? null : (string) wp_json_encode( $change->parts, JSON_UNESCAPED_UNICODE ),
			$change->planned_at,
			$change->written_at,
		);
	}

	/** @param array<string, string|null> $row */
	private function change( array $row ): Change {
		$number = static fn ( string $column ): ?float => isset( $row[ $column ] ) ? (float) $row[ $column ] : null;
		$parts  = json_decode( (string) $row['parts'], true );
		return new Change(
			(int) $row['run_id'],
			(int) $row['product_id'],
			isset( $row['offer_id'] ) ? (int) $row['offer_id'] : null,
			(string) $row['sku'],
			$number( 'before' ),
			$number( 'after' ),
			Outcome::from( (string) $row['outcome'] ),
			(string) $row['reason'],
			is_array( $parts ) ? $parts : null,
			(int) $row['planned_at'],
			isset( $row['written_at'] ) ? (int) $row['written_at'] : null,
			(int) $row['id']
		);
	}

	private function table(): string {
		return $this->database->table( 'changes' );
	}
}
