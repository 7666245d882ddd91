<?php
/**
 * Brings stock status and lookup table in line with stock quantities that are right.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Hooks;
use KeyCrmStock\Shop\AfterWrite\StockFlaw;
use KeyCrmStock\Shop\AfterWrite\StockStatusCheck;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Store\Run\ManualRuns;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;

/**
 * Imports that write to the database themselves leave such products behind, and no sync would touch them, because their
 * number is right. A writing run repairs the lookup table by itself. A stock status decides whether a product is on
 * sale, so a person must ask for its repair. Both appear in the log. A repair may be repeated.
 */
final class StockStatusRepairer {

	private const PAGE = 20;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly Catalogue $catalogue,
		private readonly StockStatusCheck $check,
		private readonly StockWriter $writer,
		private readonly ManualRuns $hand_runs,
		private readonly RunTable $runs,
	) {}

	/**
	 * The next products of a run whose lookup row differs.
	 *
	 * @return Run|null To be saved; null if all were checked.
	 * @throws DatabaseError
	 * @throws LeaseLost
	 */
	public function advance( Run $run, Lease $lease, int $now_ms ): ?Run {
		$after = is_int( $run->cursor['repaired_id'] ?? null ) ? $run->cursor['repaired_id'] : 0;
		$found = $this->changes->with_reason( $run->id, StockFlaw::Lookup->value, $after, self::PAGE );
		if ( array() === $found ) {
			return null;
		}
		$this->changes->store( $this->repaired( $found, $lease->keep( ... ), $now_ms ) );
		return $run->with( cursor: array( 'repaired_id' => $found[ count( $found ) - 1 ]->product_id ) + $run->cursor, attempts: 0 );
	}

	/**
	 * Repairs these products at once, as a run of its own.
	 *
	 * @param non-empty-list<int> $product_ids Others than those that the comparison has found are ignored.
	 * @return list<Change> Those that are in order now.
	 * @throws DatabaseError
	 */
	public function by_hand( array $product_ids, Comparison $comparison, RunTrigger $trigger, int $now_ms ): array {
		$found = array_filter( $this->changes->for_products( $comparison->run_id, $product_ids ), static fn ( Change $change ): bool => null !== StockFlaw::tryFrom( $change->reason ) );
		$notes = $this->repaired( array_values( $found ), static function (): void {}, $now_ms );
		if ( array() !== $notes ) {
			$run_id = $this->hand_runs->open( RunMode::Repair, $trigger, $now_ms, ( new OutcomeCounts() )->plus( Outcome::Unchanged, count( $notes ) ) );
			$this->changes->store( array_map( static fn ( Change $note ): Change => $note->of_run( $run_id ), $notes ) );
			$run = $this->runs->find( $run_id );
			if ( null !== $run ) {
				Hooks::run_ended( $run );
			}
		}
		return $notes;
	}

	/**
	 * @param list<Change>     $found
	 * @param \Closure(): void $keep_alive Called from time to time.
	 * @return list<Change> Those that are in order now, with their present number, because some may have been sold since.
	 */
	private function repaired( array $found, \Closure $keep_alive, int $now_ms ): array {
		$products = $this->products( $found );
		$members  = array_map( static fn ( ShopProduct $product ): array => $product->translations, array_values( $products ) );
		$wrong    = array_keys( $this->check->flaws( array_merge( ...$members ) ) );
		$this->writer->finish( $wrong, $keep_alive );
		$left  = array_keys( $this->check->flaws( $wrong ) );
		$notes = array();
		foreach ( $found as $change ) {
			$product = $products[ $change->product_id ] ?? null;
			if ( null !== $product && array() === array_intersect( $product->translations, $left ) ) {
				$notes[] = $change->written( $product->stock, $product->stock, $change->outcome, StockFlaw::from( $change->reason )->repaired(), null, $now_ms );
			}
		}
		return $notes;
	}

	/**
	 * @param list<Change> $changes
	 * @return array<int, ShopProduct> By id; deleted products are missing.
	 */
	private function products( array $changes ): array {
		$products = array();
		foreach ( $this->catalogue->by_ids( array_map( static fn ( Change $change ): int => $change->product_id, $changes ) ) as $product ) {
			$products[ $product->id ] = $product;
		}
		return $products;
	}
}
