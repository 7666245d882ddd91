<?php
/**
 * An SKU of the shop, and the offers that KeyCRM is known to have under it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Level\LevelRow;

final class ShopSku {

	/**
	 * @param list<LevelRow> $known
	 * @param bool           $is_selling Whether the shop has some in stock.
	 */
	public function __construct(
		public readonly int $product_id,
		public readonly string $sku,
		public readonly array $known,
		public readonly bool $is_selling = false,
	) {}

	/** @return list<int> */
	public function offer_ids(): array {
		return array_map( static fn ( LevelRow $row ): int => $row->level->offer_id, $this->known );
	}

	/** @return list<int> Warehouses in which the offers were when last read. */
	public function warehouse_ids(): array {
		$ids = array();
		foreach ( $this->known as $row ) {
			array_push( $ids, ...array_column( $row->level->warehouses, 'id' ) );
		}
		return $ids;
	}

	/** @return list<int> Offers that this run has not seen yet. */
	public function unseen_by( int $run_id ): array {
		$unseen = array_filter( $this->known, static fn ( LevelRow $row ): bool => $row->listed_in !== $run_id );
		return array_values( array_map( static fn ( LevelRow $row ): int => $row->level->offer_id, $unseen ) );
	}

	/** Whether a run has seen any offer with this SKU. */
	public function is_seen_by( int $run_id ): bool {
		return count( $this->unseen_by( $run_id ) ) < count( $this->known );
	}

	/** Whether the shop's number came from one of these offers. */
	public function is_written(): bool {
		return array() !== array_filter( $this->known, static fn ( LevelRow $row ): bool => null !== $row->written_to && $row->written_to === $row->product_id );
	}

	/** Whether the SKU has its answer in this run. A missing offer may have been replaced by another one with this SKU. */
	public function is_answered_in( int $run_id ): bool {
		return array() !== $this->known && array() === $this->unseen_by( $run_id );
	}
}
