<?php
/**
 * Decides again, at the moment of sending, what KeyCRM gets of a page of planned changes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Match\TranslationSets;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** From the newest levels and the shop's numbers of this moment. */
final class PushPage {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly TranslationSets $sets,
		private readonly LevelTable $levels,
		private readonly PushRules $rules,
	) {}

	/**
	 * @param non-empty-list<Change> $changes Planned changes of one run.
	 * @return array<int, Decision> By product id; every change has one.
	 * @throws DatabaseError
	 */
	public function decisions( array $changes, Run $run ): array {
		$ids      = array_map( static fn ( Change $change ): int => $change->product_id, $changes );
		$products = $this->catalogue->by_ids( $ids );
		$rows     = $this->levels->by_offers( array_map( static fn ( Change $change ): int => (int) $change->offer_id, $changes ) );
		$decider  = $this->rules->decider( array_values( array_unique( array_merge( $ids, ...array_map( static fn ( $product ): array => $product->translations, $products ) ) ) ), $run );
		$sets     = array();
		foreach ( $this->sets->for_products( $products ) as $set ) {
			$sets[ $set->product->id ] = $set;
		}
		$decisions = array();
		foreach ( $changes as $change ) {
			$set = $sets[ $change->product_id ] ?? null;
			$row = $rows[ (int) $change->offer_id ] ?? null;
			// Since the plan the product may have been deleted, or one of the two SKUs changed.
			$decisions[ $change->product_id ] = match ( true ) {
				null === $set => Decision::leave( Outcome::Failed, 'deleted_meanwhile' ),
				null === $row || ! $this->is_as_planned( $change, $set, $row ) => Decision::leave( Outcome::Failed, 'changed_meanwhile' ),
				default => $decider->decide( $set, LevelsOfSku::from_rows( array( $row ), static fn (): bool => true ) ),
			};
		}
		return $decisions;
	}

	private function is_as_planned( Change $change, TranslationSet $set, LevelRow $row ): bool {
		return $set->product->sku === $change->sku && $row->level->sku === $change->sku;
	}
}
