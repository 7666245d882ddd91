<?php
/**
 * Compares offers that the shop lacks with the shop, a page in each step.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Create\CreatePlanCursor;
use KeyCrmStock\Sync\Create\CreationLog;
use KeyCrmStock\Sync\Create\PlanSource;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Mismatch;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Change\PendingProduct;
use KeyCrmStock\Value\Run\Run;

/** An offer whose product the shop has by now, or that cannot be made there, stays in the plan's list with the reason. */
final class DraftCheck implements PlanSource {

	private const PAGE = 50;

	public function __construct(
		private readonly CreationLog $log,
		private readonly ChangeTable $changes,
		private readonly CrmWords $words,
		private readonly DraftRules $rules,
		private readonly Clock $clock,
	) {}

	public function lists(): array {
		return array(
			array( MismatchGroup::OnlyInKeyCrm, Outcome::Created, CreateReason::UNCHECKED ),
			array( MismatchGroup::NearMiss, Outcome::Failed, CreateReason::NEAR_MISS_HERE ),
			array( MismatchGroup::NoSkuInKeyCrm, Outcome::Failed, CreateReason::NO_SKU_THERE ),
		);
	}

	public function row( int $run_id, Mismatch $found, Outcome $outcome, string $reason ): Change {
		return new Change( $run_id, PendingProduct::number( $found->offer_id ), $found->offer_id, $found->crm_sku, '', null, null, $outcome, $reason, null, $this->clock->now_ms() );
	}

	public function check( Run $run, CreatePlanCursor $cursor, Lease $lease ): StepResult {
		$rows = $this->log->unmade( $run->id, $cursor->after_id, self::PAGE );
		if ( array() === $rows ) {
			return StepResult::done( $this->log->planned( $run ) );
		}
		[ $run, $offers ] = $this->words->named( $run, $lease, array_map( static fn ( Change $row ): int => (int) $row->offer_id, $rows ) );
		$with_variants    = array_filter( $offers, static fn ( CrmOffer $offer ): bool => true === $offer->product?->has_offers );
		[ $run, $family ] = $this->words->in_products( $run, $lease, array_values( array_map( static fn ( CrmOffer $offer ): int => $offer->product_id, $with_variants ) ) );

		$this->changes->store( $this->rules->planned( $rows, $offers, $family, $cursor->categories ) );
		return StepResult::more(
			$run->with(
				cursor: $cursor->with( after_id: $rows[ count( $rows ) - 1 ]->product_id )->to_array(),
				progress_done: min( $run->progress_total, $run->progress_done + count( $rows ) )
			)
		);
	}
}
