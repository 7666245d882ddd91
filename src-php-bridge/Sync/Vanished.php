<?php
/**
 * Offers that were written to products of the shop and that KeyCRM's list no longer has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue;
use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Store\LevelMarks;
use KeyCrmStock\Store\LevelRow;
use KeyCrmStock\Store\WholeReadMemory;
use KeyCrmStock\Value\Run;

final class Vanished {

	public function __construct(
		private readonly LevelMarks $marks,
		private readonly Catalogue $catalogue,
		private readonly TranslationSets $sets,
		private readonly WholeReadMemory $memory,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * @return array{list<int>, int}|null Offers worth asking for, and the last one that was looked at; null at
	 *         the end, where the owner wants nothing done about them, and where KeyCRM's filters are not trusted.
	 */
	public function page( Run $run, int $after_id, int $limit ): ?array {
		$last = $this->memory->last();
		if ( 'zero' !== $this->settings->get()->gone || null === $last || $this->clock->now_ms() < $last->filters_at ) {
			return null;
		}
		$rows = $this->marks->vanished( $run->id, $this->memory->since(), $last->started_at, $after_id, $limit );
		return array() === $rows ? null : array( $this->worth_asking( $rows ), $rows[ count( $rows ) - 1 ]->level->offer_id );
	}

	/**
	 * Those whose product is still there, has the SKU and something in stock.
	 *
	 * @param non-empty-list<LevelRow> $rows
	 * @return list<int>
	 */
	private function worth_asking( array $rows ): array {
		$selling = array();
		foreach ( $this->sets->of( $this->catalogue->by_ids( array_map( static fn ( LevelRow $row ): int => (int) $row->product_id, $rows ) ) ) as $set ) {
			$full = array_filter( $set->holders( false ), static fn ( ShopProduct $holder ): bool => $holder->stock > 0 );
			if ( ! $set->product->excluded && array() !== $full ) {
				$selling[ $set->product->id ] = $set->product->sku;
			}
		}
		$worth = array_filter( $rows, static fn ( LevelRow $row ): bool => ( $selling[ (int) $row->product_id ] ?? null ) === $row->level->sku );
		return array_values( array_map( static fn ( LevelRow $row ): int => $row->level->offer_id, $worth ) );
	}
}
