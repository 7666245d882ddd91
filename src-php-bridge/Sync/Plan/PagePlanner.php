<?php
/**
 * Plans one page of products: which number each gets, and why.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Plan;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Shop\AfterWrite\StockFlaw;
use KeyCrmStock\Shop\AfterWrite\StockStatusCheck;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Match\LevelsOfSku;
use KeyCrmStock\Sync\Match\TranslationSet;
use KeyCrmStock\Sync\Match\TranslationSets;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\Side;

final class PagePlanner {

	/** @param \Closure( list<int>, Run ): Decider $decider Given the products of a page, translations included. */
	public function __construct(
		private readonly TranslationSets $sets,
		private readonly ChangeTable $changes,
		private readonly \Closure $decider,
		private readonly StockStatusCheck $check,
		private readonly Clock $clock,
	) {}

	/**
	 * Counts every product, and stores those that change or need attention. An unchanged product is stored only if its
	 * stock status or lookup row does not fit its number.
	 *
	 * @param list<ShopProduct>             $products
	 * @param array<string, list<LevelRow>> $levels    Those with the products' SKUs, marked.
	 * @param \Closure( LevelRow ): bool    $is_listed Whether KeyCRM still has the level's offer, as far as the run knows.
	 * @return array{Run, PlanCursor}
	 */
	public function compute( array $products, array $levels, \Closure $is_listed, Run $run, PlanCursor $cursor ): array {
		$sets    = $this->sets->for_products( $products );
		$decider = ( $this->decider )( $this->ids( $sets ), $run );
		$counts  = $run->counts;
		$notes   = array();
		$right   = array();
		foreach ( $sets as $set ) {
			$decision = $decider->decide( $set, LevelsOfSku::from_rows( $levels[ 'sku:' . $set->product->sku ] ?? array(), $is_listed ) );
			$before   = $this->before( $set, $decision, $decider->may_switch_on(), $run->side );
			$counts   = $counts->plus( $decision->outcome );
			$cursor   = $this->weighed( $cursor, $set->product, $decision, $before );
			if ( Outcome::Unchanged === $decision->outcome ) {
				$right[] = array( $set, $decision, $before );
			} elseif ( Outcome::Excluded !== $decision->outcome ) {
				$notes[] = $this->change( $run, $set->product, $decision, $before, $decision->reason );
			}
		}
		$this->changes->store( array( ...$notes, ...( Side::Shop === $run->side ? $this->flawed( $run, $right ) : array() ) ) );
		return array( $run->with( counts: $counts ), $cursor );
	}

	/**
	 * @param list<array{TranslationSet, Decision, float|null}> $right Products that already have their number, and that number.
	 * @return list<Change> Changes for those whose stock status or lookup row does not fit.
	 */
	private function flawed( Run $run, array $right ): array {
		$holders = array_map( static fn ( array $one ): array => array_map( static fn ( ShopProduct $holder ): int => $holder->id, $one[0]->holders( false ) ), $right );
		$flaws   = $this->check->flaws( array_merge( ...$holders ) );
		$notes   = array();
		foreach ( array() === $flaws ? array() : $right as $place => [ $set, $decision, $before ] ) {
			$found = array_intersect_key( $flaws, array_flip( $holders[ $place ] ) );
			if ( array() !== $found ) {
				$worst   = in_array( StockFlaw::Status, $found, true ) ? StockFlaw::Status : StockFlaw::Lookup;
				$notes[] = $this->change( $run, $set->product, $decision, $before, $worst->value );
			}
		}
		return $notes;
	}

	/** The number that the product has on the side that is written. */
	private function before( TranslationSet $set, Decision $decision, bool $may_switch_on, Side $side ): ?float {
		return Side::KeyCrm === $side ? $decision->pushed?->before : $set->number_before( $may_switch_on, $decision->number() );
	}

	/**
	 * @param list<TranslationSet> $sets
	 * @return list<int> Translations included.
	 */
	private function ids( array $sets ): array {
		return array_values( array_unique( array_merge( ...array_map( static fn ( TranslationSet $set ): array => $set->product->translations, $sets ) ) ) );
	}

	private function weighed( PlanCursor $cursor, ShopProduct $product, Decision $decision, ?float $before ): PlanCursor {
		// Excluded products are not counted as lost: otherwise a newly excluded category would stop the run.
		$is_ours = '' !== $product->sku && Outcome::Excluded !== $decision->outcome;
		$cursor  = $cursor->with(
			listed: $cursor->listed + ( $is_ours ? 1 : 0 ),
			matched: $cursor->matched + ( $decision->is_matched() ? 1 : 0 )
		);
		$number  = $decision->number();
		if ( null === $number ) {
			return $cursor;
		}
		$before = max( 0.0, $before ?? 0.0 );
		$after  = Outcome::Unchanged === $decision->outcome ? $before : max( 0.0, $number );
		return $cursor->with(
			changes: $cursor->changes + ( Outcome::Updated === $decision->outcome ? 1 : 0 ),
			in_stock: $cursor->in_stock + ( $before > 0 ? 1 : 0 ),
			in_stock_after: $cursor->in_stock_after + ( $after > 0 ? 1 : 0 ),
			zeroed: $cursor->zeroed + ( $before > 0 && $after <= 0 ? 1 : 0 ),
			units_before: $cursor->units_before + $before,
			units_after: $cursor->units_after + $after
		);
	}

	private function change( Run $run, ShopProduct $product, Decision $decision, ?float $before, string $reason ): Change {
		return new Change(
			$run->id,
			$product->id,
			$decision->offer_id,
			$product->sku,
			$product->name,
			$before,
			$decision->number(),
			$decision->outcome,
			$reason,
			$decision->terms(),
			$this->clock->now_ms(),
			side: $run->side
		);
	}
}
