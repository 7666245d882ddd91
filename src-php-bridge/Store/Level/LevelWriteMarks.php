<?php
/**
 * What has become of the levels, noted beside them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Whom a level's number was written to, and whether KeyCRM has been asked for it in vain. */
final class LevelWriteMarks {

	public function __construct( private readonly Database $database ) {}

	/**
	 * These offers' numbers were written to the products that answer to them.
	 *
	 * @param list<int> $offer_ids
	 */
	public function note_written( array $offer_ids ): void {
		$this->mark( 'written_to = product_id', $offer_ids );
	}

	/**
	 * What becomes of these products' numbers is no longer our affair.
	 *
	 * @param list<int> $offer_ids
	 */
	public function forget_written( array $offer_ids ): void {
		$this->mark( 'written_to = 0', $offer_ids );
	}

	/**
	 * This run has asked for these offers by id, and they did not come.
	 *
	 * @param list<int> $offer_ids
	 */
	public function note_gone( array $offer_ids, int $run_id ): void {
		$this->mark( "gone_in = $run_id", $offer_ids );
	}

	/**
	 * Two offers that this run has listed and that are surely not archived, since there are some of them.
	 *
	 * @return list<LevelRow> The first and the last by id; one where there is but one, none where there is none.
	 */
	public function witnesses( int $run_id ): array {
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
