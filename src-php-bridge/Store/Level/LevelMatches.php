<?php
/**
 * Which shop products answer to KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Marks on the rows of LevelTable. */
final class LevelMatches {

	private const CHUNK = 100;

	public function __construct( private readonly Database $database ) {}

	/** Which shop product answers to an offer's SKU, and whether a second one does. */
	public function set( int $offer_id, ?int $product_id, ?int $twin_id ): void {
		$this->database->run(
			'UPDATE ' . $this->table() . ' SET product_id = %d, twin_id = %d WHERE offer_id = %d',
			array( $product_id ?? 0, $twin_id ?? 0, $offer_id )
		);
	}

	/**
	 * First claims: a statement for each hundred, because the server looks through all of its cases for every row.
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

	/** @return list<array{int, int, string}> Offer, product and SKU of the levels that products between these ids answer to. */
	public function between( int $after_id, int $last_id ): array {
		$rows = $this->database->rows( 'SELECT offer_id, product_id, sku FROM ' . $this->table() . ' WHERE product_id > %d AND product_id <= %d', array( $after_id, $last_id ) );
		return array_map( static fn ( array $row ): array => array( (int) $row['offer_id'], (int) $row['product_id'], (string) $row['sku'] ), $rows );
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<int> Those of them that an offer answers to which this run or a later one has listed.
	 */
	public function answering( array $product_ids, int $run_id ): array {
		$rows = $this->database->rows( $this->answering_sql( $run_id ) . ' AND product_id IN (' . implode( ', ', array_map( 'intval', $product_ids ) ) . ')' );
		return array_map( 'intval', array_column( $rows, 'product_id' ) );
	}

	/** The question for all products, to stand in another. */
	public function answering_sql( int $run_id ): string {
		return 'SELECT product_id FROM ' . $this->table() . " WHERE product_id > 0 AND listed_in >= $run_id";
	}

	/** @param list<int> $offer_ids No product answers to these any more. */
	public function release( array $offer_ids ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->table() . ' SET product_id = 0, twin_id = 0 WHERE offer_id IN (' . implode( ', ', $offer_ids ) . ')' );
		}
	}

	private function table(): string {
		return $this->database->table( 'levels' );
	}
}
