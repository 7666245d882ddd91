<?php
/**
 * Syncs one product and its variations while a person waits.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Change\SyncedProduct;
use KeyCrmStock\Value\Run\ProductSyncReport;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/**
 * The guard is not asked: it stops a loss that nobody has looked at. Here a person has named the product, reads at once
 * what it had and has now, and can undo it like any run. For the same reason the guard's hour of refreshes leaves it out.
 *
 * It may go on beside a sync and a refresh. All of them take their requests from one limiter, a level is replaced only by
 * a newer one, and each number is computed again under the product's lock.
 */
final class ProductSync {

	public function __construct(
		private readonly RunService $service,
		private readonly ShopStockSettings $shop,
		private readonly ProductPlanner $planner,
		private readonly ProductQuestions $questions,
		private readonly ManualWriter $writer,
		private readonly RefreshQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @return ProductSyncReport|null Null if there is no such product.
	 * @throws RunFailed      Without an API key, with settings that cannot be read, or if the shop manages no stock.
	 * @throws RunNotPossible
	 * @throws WaitRequired   If KeyCRM would refuse a request now.
	 * @throws ApiException   If KeyCRM did not answer as it should. Nothing was changed.
	 * @throws DatabaseError
	 */
	public function sync( int $product_id, RunTrigger $trigger ): ?ProductSyncReport {
		$this->service->assert_possible();
		if ( ! $this->shop->manages_stock() ) {
			throw RunFailed::shop_does_not_manage_stock();
		}
		$sets = $this->planner->sets( $product_id );
		if ( null === $sets ) {
			return null;
		}
		[ $decided, $asking ] = $this->planner->divide( $sets );

		$plan    = $decided;
		$results = array();
		if ( array() !== $asking && Side::KeyCrm === $this->service->written_side() ) {
			$plan = array( ...$this->queued( $asking, $trigger ), ...$decided );
		} elseif ( array() !== $asking ) {
			[ $asked, $results ] = $this->ask_and_write( $asking, $trigger );
			$plan                = array( ...$asked, ...$decided );
		}
		return new ProductSyncReport( array_map( static fn ( PlannedProduct $planned ) => $planned->to_result( $results[ $planned->product->id ] ?? null ), $plan ) );
	}

	/**
	 * While the shop leads, a push reads and sends these products at once.
	 *
	 * @param non-empty-list<TranslationSet> $sets
	 * @return list<PlannedProduct>
	 * @throws DatabaseError
	 */
	private function queued( array $sets, RunTrigger $trigger ): array {
		$plan = array_map( static fn ( TranslationSet $set ): PlannedProduct => new PlannedProduct( $set->product, Decision::leave( Outcome::Unchanged, SyncedProduct::ON_ITS_WAY ), $set->product->stock, true ), $sets );
		$this->queue->add( $plan, 0, $trigger );
		return $plan;
	}

	/**
	 * @param non-empty-list<TranslationSet> $sets
	 * @return array{list<PlannedProduct>, array<int, Change>} And what was written, by product.
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 * @throws RunNotPossible
	 */
	private function ask_and_write( array $sets, RunTrigger $trigger ): array {
		$run = $this->writer->open( RunMode::Product, $trigger, $this->clock->now_ms() );
		try {
			$plan = $this->questions->plan( $sets, $run );
		} catch ( \Throwable $error ) {
			$this->writer->discard( $run );
			throw $error;
		}
		$now     = $this->clock->now_ms();
		$writing = array_values( array_filter( $plan, static fn ( PlannedProduct $planned ): bool => Outcome::Updated === $planned->decision->outcome ) );
		$changes = array_map( static fn ( PlannedProduct $planned ): Change => $planned->to_change( $run->id, $now ), $writing );
		$results = array_column( $this->writer->write( $run, $changes, null, $now ), null, 'product_id' );
		$this->queue->add( $plan, $run->id, $trigger );
		return array( $plan, $results );
	}
}
