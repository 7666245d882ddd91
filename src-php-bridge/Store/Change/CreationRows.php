<?php
/**
 * The rows of runs that make products on the other side.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\OutcomeCounts;

/** Outcome Created without a time of writing is a plan. */
final class CreationRows {

	public function __construct( private readonly Database $database ) {}

	/** @return list<Change> The next planned rows, by product. */
	public function unmade( int $run_id, int $after_product_id, int $limit ): array {
		return ChangeRow::to_changes(
			$this->database->rows(
				'SELECT * FROM ' . $this->table() . ' WHERE run_id = %d AND outcome = %s AND written_at = 0 AND product_id > %d ORDER BY product_id LIMIT %d',
				array( $run_id, Outcome::Created->value, $after_product_id, $limit )
			)
		);
	}

	/**
	 * Gives a planned row its product, which exists now.
	 *
	 * @param Change $made With the product's id.
	 */
	public function note_product( Change $made ): void {
		$row  = array_combine( ChangeRow::COLUMNS, ChangeRow::from_change( $made ) );
		$sets = array_intersect_key( $row, array_flip( array( 'product_id', 'offer_id', 'after', 'outcome', 'reason', 'parts', 'written_at' ) ) );
		$this->database->run(
			'UPDATE ' . $this->table() . ' SET ' . implode( ', ', array_map( static fn ( string $column ): string => "`$column` = %s", array_keys( $sets ) ) ) . ' WHERE id = %d' . $this->database->and_in_transaction(),
			array( ...array_values( $sets ), $made->id )
		);
	}

	public function count_unmade( int $run_id ): int {
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE run_id = %d AND outcome = %s AND written_at = 0', array( $run_id, Outcome::Created->value ) );
	}

	public function counts( int $run_id ): OutcomeCounts {
		$counts = new OutcomeCounts();
		foreach ( $this->database->lists( 'SELECT outcome, COUNT(*) FROM ' . $this->table() . ' WHERE run_id = %d GROUP BY outcome', array( $run_id ) ) as [ $name, $number ] ) {
			$outcome = Outcome::tryFrom( (string) $name );
			$counts  = null === $outcome ? $counts : $counts->plus( $outcome, (int) $number );
		}
		return $counts;
	}

	private function table(): string {
		return $this->database->table( 'changes' );
	}
}
