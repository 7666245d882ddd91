<?php
/**
 * The phase gone: asks for products that KeyCRM's stock list lacks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Offer\OfferPage;
use KeyCrmStock\KeyCrm\Offer\OfferQuery;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Stock\StockLevel;

/**
 * KeyCRM may leave offers of which there are none out of GET /offers/stocks (keycrm-server/API.md §3.4), so that the list
 * lacks a product proves nothing. GET /offers returns it with its totals, which count like any level. If it is archived
 * there, or does not come, KeyCRM no longer has it. That an offer does not come proves something only if the filter
 * works, so offers that KeyCRM surely has (controls) are asked for with it. If anything about the answer is odd,
 * nothing is concluded from it, and the next run asks again.
 */
final class MissingOffersStep implements Step {

	/** Most pages of one answer. A filter that compares loosely may return half of the account. */
	private const MOST_PAGES = 4;

	public function __construct(
		private readonly MissingOffers $missing,
		private readonly MissingOffersReader $offer_reader,
		private readonly LevelTable $levels,
		private readonly LevelWriteMarks $marks,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( array() === $run->cursor ) {
			$this->missing->forget_old();
			return StepResult::more( $this->at( $run, MissingOffersCursor::begun( $this->marks->controls( $run->id ) ) ) );
		}
		$cursor = MissingOffersCursor::from_array( $run->cursor );
		return match ( true ) {
			$cursor->is_about_ids() => StepResult::more( $this->asked_by_id( $run, $cursor ) ),
			$cursor->is_about_skus() => StepResult::more( $this->asked_by_sku( $run, $cursor ) ),
			$cursor->at_end, $cursor->no_ids && $cursor->no_skus => StepResult::done( $run ),
			default => StepResult::more( $this->at( $run, $this->missing->gather( $run, $cursor ) ) ),
		};
	}

	private function asked_by_id( Run $run, MissingOffersCursor $cursor ): Run {
		$ids    = array_column( $cursor->asked_ids(), 0 );
		$answer = $this->offer_reader->ask( $run, OfferQuery::by_ids( array_map( 'intval', $cursor->between_controls( $ids, 0 ) ), $cursor->next_page ) );
		$run    = $run->answered();
		if ( null === $answer ) {
			return $this->at( $run, $cursor->without_ids() );
		}
		$cursor = $this->stored( $run, $cursor, $answer, static fn ( StockLevel $level ): bool => in_array( $level->offer_id, $ids, true ) );
		return $this->at( $run, $cursor->next_page > $answer->last_page ? $this->concluded_by_id( $run, $cursor ) : $cursor );
	}

	private function asked_by_sku( Run $run, MissingOffersCursor $cursor ): Run {
		$skus   = $cursor->asked_skus();
		$answer = $this->offer_reader->ask( $run, OfferQuery::by_skus( array_map( 'strval', $cursor->between_controls( $skus, 1 ) ), $cursor->next_page ) );
		$run    = $run->answered();
		if ( null === $answer ) {
			$this->forget( $run, $cursor );
			return $this->at( $run, $cursor->without_skus() );
		}
		$cursor = $this->stored( $run, $cursor, $answer, static fn ( StockLevel $level ): bool => in_array( $level->sku, $skus, true ) );
		return $this->at( $run, $cursor->next_page > $answer->last_page || $answer->last_page > self::MOST_PAGES ? $this->concluded_by_sku( $run, $cursor ) : $cursor );
	}

	/**
	 * The controls' levels are not replaced, because the stock list also knows their warehouses.
	 *
	 * @param \Closure( StockLevel ): bool $is_in_question
	 */
	private function stored( Run $run, MissingOffersCursor $cursor, OfferPage $answer, \Closure $is_in_question ): MissingOffersCursor {
		$levels = array_values( array_filter( $answer->levels, $is_in_question ) );
		$this->levels->store( $levels, $run->id );
		return $cursor->after_page( $answer, $levels );
	}

	private function concluded_by_id( Run $run, MissingOffersCursor $cursor ): MissingOffersCursor {
		$absent = array_values( array_diff( array_column( $cursor->asked_ids(), 0 ), array_column( $cursor->found, 0 ) ) );
		$is_sure = $cursor->is_whole() && $cursor->has_controls();
		// An archived offer has come.
		$this->marks->note_gone( $is_sure ? $absent : array_values( array_intersect( $absent, $cursor->came ) ), $run->id );
		if ( array() !== $cursor->controls && ! $cursor->has_controls() ) {
			return $cursor->without_ids();
		}
		// Another offer may have this SKU now.
		$skus = array_values( array_diff( array_column( $cursor->asked_ids(), 1 ), array_column( $cursor->found, 1 ) ) );
		return $cursor->ids_done()->asking_for_skus( $this->missing->worth_asking( $skus ) );
	}

	private function concluded_by_sku( Run $run, MissingOffersCursor $cursor ): MissingOffersCursor {
		if ( ! $cursor->is_whole() ) {
			$this->forget( $run, $cursor );
			return $cursor->skus_done();
		}
		if ( $cursor->has_controls() ) {
			$this->missing->note_unknown_skus( array_values( array_diff( $cursor->asked_skus(), array_column( $cursor->found, 1 ) ) ) );
			return $cursor->skus_done();
		}
		return array() === $cursor->controls ? $cursor->skus_done() : $cursor->without_skus();
	}

	/** An incomplete answer does not count, because a second offer with the same SKU may be in the rest. */
	private function forget( Run $run, MissingOffersCursor $cursor ): void {
		$this->levels->forget_listed_offers( array_column( $cursor->found, 0 ), $run->id );
	}

	private function at( Run $run, MissingOffersCursor $cursor ): Run {
		return $run->with( cursor: $cursor->to_array() );
	}
}
