<?php
/**
 * Which shop product belongs to each of KeyCRM's levels, by SKU.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Columns `product_id` and `twin_id` in the rows of LevelTable. */
final class LevelMatches {

	private const CHUNK = 100;

	public function __construct( private readonly Database $database ) {}

	/** Stores which shop product has an offer's SKU, and which second one, if there is one. */
	public function set( int $offer_id, ?int $product_id, ?int $twin_id ): void {
		$this->database->run(
			'UPDATE ' . $this->table() . ' SET product_id = %d, twin_id = %d WHERE offer_id = %d',
			array( $product_id ?? 0, $twin_id ?? 0, $offer_id )
		);
	}

	/**
	 * Stores first matches, a hundred in each statement, because the server goes through all CASEs for every row.
	 *
	 * @param array<int, int> $product_ids Keyed by offer id.
	 */
	public function set_all( array $product_ids ): void {
		foreach ( array_chunk( $product_ids, self::CHUNK, true ) as $chunk ) {
			$cases = '';
			foreach ( $chunk as $offer_id => $product_id ) {
				$cases .= " WHEN $offer_id THEN $product_id";
			}
			$this->database->run( 'UPDATE ' . $this->table() . " SET product_id = CASE offer_id $cases END, twin_id = 0 WHERE offer_id IN (" . implode( ', ', array_keys( $chunk ) ) . ')' );
		}
	}

	/** @return list<array{int, int, string}> Offer, product and SKU of levels that belong to products between these ids. */
	public function between( int $after_id, int $last_id ): array {
		$rows = $this->database->rows( 'SELECT offer_id, product_id, sku FROM ' . $this->table() . ' WHERE product_id > %d AND product_id <= %d', array( $after_id, $last_id ) );
		return array_map( static fn ( array $row ): array => array( (int) $row['offer_id'], (int) $row['product_id'], (string) $row['sku'] ), $rows );
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<int> Products among them whose offer was listed by this run or a later one.
	 */
	public function answering( array $product_ids, int $run_id ): array {
		$rows = $this->database->rows( $this->answering_sql( $run_id ) . ' AND product_id IN (' . implode( ', ', array_map( 'intval', $product_ids ) ) . ')' );
		return array_map( 'intval', array_column( $rows, 'product_id' ) );
	}

	/** A subquery for the same, for all products. */
	public function answering_sql( int $run_id ): string {
		return 'SELECT product_id FROM ' . $this->table() . " WHERE product_id > 0 AND listed_in >= $run_id";
	}

	/** @param list<int> $offer_ids Offers to which no product belongs any more. */
	public function release( array $offer_ids ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->table() . ' SET product_id = 0, twin_id = 0 WHERE offer_id IN (' . implode( ', ', $offer_ids ) . ')' );
		}
	}

	private function table(): string {
		return $this->database->table( 'levels' );
	}
}
