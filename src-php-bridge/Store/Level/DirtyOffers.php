<?php
/**
 * The queue of offers that are to be read again.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Stock\Sku;

/**
 * One row for each offer, however often it is marked, so many marks cost one read. Every mark makes `since` larger. A
 * run claims the rows that are there when it begins, and notes with each answer which mark it has answered
 * (`asked_since`). When the run has ended well, the rows are deleted that were not marked again. So a process may die
 * at any instruction: a row leaves the queue only after its number was written, and no clock decides that.
 */
final class DirtyOffers {

	/** Rows in one statement. */
	private const CHUNK = 1000;

	/** Rows with an order are for readers of KeyCRM's orders. */
	private const IS_OFFER = 'order_id = 0';

	public function __construct( private readonly Database $database ) {}

	/**
	 * One statement for each thousand of offers.
	 *
	 * @param list<array{offer_id: int, sku: string}> $offers An id of 0 stands for an unknown one; then the SKU counts.
	 * @throws DatabaseError
	 */
	public function mark( array $offers, int $now_ms ): void {
		$rows = array();
		foreach ( $offers as $offer ) {
			$id  = max( 0, $offer['offer_id'] );
			$sku = $id > 0 ? '' : Sku::storable( Sku::trim( $offer['sku'] ) );
			if ( $id > 0 || '' !== $sku ) {
				$rows[ sprintf( '%020d %s', $id, self::hash( $sku ) ) ] = array( $id, self::hash( $sku ), $sku, $now_ms );
			}
		}
		// Each process locks the rows in the same sequence, so two of them do not wait for one another.
		ksort( $rows, SORT_STRING );
		foreach ( array_chunk( $rows, self::CHUNK ) as $chunk ) {
			$this->database->insert_rows(
				'INSERT INTO ' . $this->table() . ' (offer_id, sku_hash, sku, since)',
				'(%d, %s, %s, %d)',
				$chunk,
				'ON DUPLICATE KEY UPDATE since = CASE WHEN VALUES(since) > since THEN VALUES(since) ELSE since + 1 END'
			);
		}
	}

	/** Offers that wait, or are being read. */
	public function count(): int {
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER );
	}

	/** When the newest mark of a waiting offer was made, unix milliseconds; null if none waits. */
	public function newest_mark(): ?int {
		$newest = $this->database->value( 'SELECT MAX(since) FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER );
		return null === $newest ? null : (int) $newest;
	}

	/** Whether an earlier run has claimed one of the offers that wait, and may have read its level without writing it. */
	public function has_been_claimed(): bool {
		return null !== $this->database->value( 'SELECT 1 FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER . ' AND run_id > 0 LIMIT 1' );
	}

	/** Whether offers wait that this run has not claimed, or that were marked again since. */
	public function has_others( int $run_id ): bool {
		return null !== $this->database->value( 'SELECT 1 FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER . ' AND (run_id <> %d OR (asked_since > 0 AND asked_since < since)) LIMIT 1', array( $run_id ) );
	}

	/**
	 * Notes for has_been_claimed() that a run has read the levels of waiting offers and not written them.
	 *
	 * @param list<int> $offer_ids
	 */
	public function note_read( array $offer_ids, int $run_id ): void {
		if ( array() !== $offer_ids ) {
			$this->database->run( 'UPDATE ' . $this->table() . ' SET run_id = %d WHERE order_id = 0 AND run_id = 0 AND offer_id IN (' . Database::in( $offer_ids ) . ')', array( $run_id ) );
		}
	}

	/**
	 * All offers that wait now belong to this run, and none of them is answered. Those marked later are for the next run,
	 * so that this one ends.
	 */
	public function claim( int $run_id ): int {
		return $this->database->run( 'UPDATE ' . $this->table() . ' SET run_id = %d, asked_since = 0 WHERE ' . self::IS_OFFER, array( $run_id ) );
	}

	/** @return list<DirtyOffer> The run's next offers without an answer; those with an id come last. */
	public function next( int $run_id, int $limit ): array {
		$rows = $this->database->rows(
			'SELECT offer_id, sku, since FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER . ' AND run_id = %d AND asked_since = 0 ORDER BY offer_id, sku_hash LIMIT %d',
			array( $run_id, $limit )
		);
		return array_map( static fn ( array $row ): DirtyOffer => new DirtyOffer( (int) $row['offer_id'], (string) $row['sku'], (int) $row['since'] ), $rows );
	}

	/**
	 * Notes that KeyCRM has answered, to a question that was sent after next() had given these offers.
	 *
	 * @param list<DirtyOffer> $offers
	 */
	public function note_answered( array $offers, int $run_id ): void {
		$this->database->insert_rows(
			'INSERT INTO ' . $this->table() . ' (offer_id, sku_hash, sku, since, run_id, asked_since)',
			'(%d, %s, %s, %d, %d, %d)',
			array_map( static fn ( DirtyOffer $offer ): array => array( $offer->offer_id, self::hash( $offer->sku ), $offer->sku, $offer->since, $run_id, $offer->since ), $offers ),
			// A worker that has lost its lease may come late. Then another run has claimed the row.
			'ON DUPLICATE KEY UPDATE asked_since = CASE WHEN run_id = VALUES(run_id) THEN VALUES(asked_since) ELSE asked_since END'
		);
	}

	/**
	 * @return list<string> SKUs that the run's offers have by now, each once, in the sequence of their bytes. An offer that was
	 *         never read has none.
	 */
	public function skus( int $run_id ): array {
		$levels = $this->database->table( 'levels' );
		$skus   = $this->database->column(
			'SELECT sku FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER . " AND run_id = %d AND sku <> ''
			UNION SELECT level.sku FROM " . $this->table() . " offer JOIN $levels level ON level.offer_id = offer.offer_id WHERE offer.order_id = 0 AND offer.run_id = %d AND level.sku <> ''",
			array( $run_id, $run_id )
		);
		// The database may compare loosely, so UNION alone is not enough.
		$found = array_values( array_unique( array_map( 'strval', $skus ), SORT_STRING ) );
		sort( $found, SORT_STRING );
		return $found;
	}

	/** Deletes what the run has answered and what was not marked since. */
	public function finish( int $run_id ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER . ' AND run_id = %d AND asked_since = since', array( $run_id ) );
	}

	/** Nothing waits any more. */
	public function forget_all(): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE ' . self::IS_OFFER );
	}

	/** '' for no SKU. The hash tells "abc" from "ABC" on any server. */
	private static function hash( string $sku ): string {
		return '' === $sku ? '' : md5( $sku );
	}

	private function table(): string {
		return $this->database->table( 'dirty' );
	}
}
