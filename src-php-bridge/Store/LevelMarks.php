<?php
/**
 * What has become of the levels, noted beside them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Whom a level's number was written to, and whether KeyCRM has been asked for it in vain. */
final class LevelMarks {

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
	 * Levels that were written to a product once and that neither this run nor the last whole read has
	 * seen, nor another offer with their SKU.
	 *
	 * @param int $since_ms  From when on the account is the one that is read now.
	 * @param int $before_ms When the last whole read began.
	 * @return list<LevelRow> In the order of offers.
	 */
	public function vanished( int $run_id, int $since_ms, int $before_ms, int $after_id, int $limit ): array {
		$table = $this->database->table( 'levels' );
		return array_map(
			array( LevelRow::class, 'from_row' ),
			$this->database->rows(
				"SELECT l.* FROM $table l WHERE l.offer_id > %d AND l.run_id <> %d AND l.product_id > 0 AND l.written_to = l.product_id
				AND l.read_at >= %d AND l.read_at < %d
				AND NOT EXISTS (SELECT 1 FROM $table other WHERE other.sku = l.sku AND other.run_id = %d)
				ORDER BY l.offer_id LIMIT %d",
				array( $after_id, $run_id, $since_ms, $before_ms, $run_id, $limit )
			)
		);
	}

	/** @return list<int> The first and the last offer that a run has seen; none where it has seen none. */
	public function outermost( int $run_id ): array {
		$row = $this->database->rows( 'SELECT MIN(offer_id) AS first_id, MAX(offer_id) AS last_id FROM ' . $this->database->table( 'levels' ) . ' WHERE run_id = %d', array( $run_id ) )[0] ?? array();
		return isset( $row['first_id'], $row['last_id'] ) ? array( (int) $row['first_id'], (int) $row['last_id'] ) : array();
	}

	/** @param list<int> $offer_ids */
	private function mark( string $what, array $offer_ids ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->database->table( 'levels' ) . " SET $what WHERE offer_id IN (" . implode( ', ', array_map( 'intval', $offer_ids ) ) . ')' . $this->database->and_in_transaction() );
		}
	}
}
