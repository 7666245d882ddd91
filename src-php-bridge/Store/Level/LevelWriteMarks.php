<?php
/**
 * Notes on levels: to which product their number was written, and whether KeyCRM lacked the offer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Columns `written_to` and `gone_in` in the rows of LevelTable. */
final class LevelWriteMarks {

	public function __construct( private readonly Database $database ) {}

	/**
	 * Notes that these offers' numbers were written to their products.
	 *
	 * @param list<int> $offer_ids
	 */
	public function note_written( array $offer_ids ): void {
		$this->mark( 'written_to = product_id', $offer_ids );
	}

	/**
	 * Notes that these products' numbers no longer come from us.
	 *
	 * @param list<int> $offer_ids
	 */
	public function forget_written( array $offer_ids ): void {
		$this->mark( 'written_to = 0', $offer_ids );
	}

	/** From now on no product's number comes from us. */
	public function forget_all(): void {
		$this->database->run( 'UPDATE ' . $this->database->table( 'levels' ) . ' SET written_to = 0 WHERE written_to > 0' );
	}

	/**
	 * Notes that this run has asked for these offers by id, and they did not come.
	 *
	 * @param list<int> $offer_ids
	 */
	public function note_gone( array $offer_ids, int $run_id ): void {
		$this->mark( "gone_in = $run_id", $offer_ids );
	}

	/**
	 * Two offers that this run has listed. They have stock, so they are surely not archived.
	 *
	 * @return list<LevelRow> The first and the last by id; fewer if there are fewer.
	 */
	public function controls( int $run_id ): array {
		$rows = array();
		foreach ( array( 'ASC', 'DESC' ) as $way ) {
			foreach ( $this->database->rows( 'SELECT * FROM ' . $this->database->table( 'levels' ) . " WHERE listed_in = %d AND quantity > 0 AND problem = '' AND sku <> '' AND sku NOT LIKE %s ORDER BY offer_id $way LIMIT 1", array( $run_id, '%,%' ) ) as $row ) {
				$rows[ (int) $row['offer_id'] ] = LevelRow::from_row( $row );
			}
		}
		return array_values( $rows );
	}

	/** @param list<int> $offer_ids */
	private function mark( string $what, array $offer_ids ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->database->table( 'levels' ) . " SET $what WHERE offer_id IN (" . implode( ', ', array_map( 'intval', $offer_ids ) ) . ')' . $this->database->and_in_transaction() );
		}
	}
}
