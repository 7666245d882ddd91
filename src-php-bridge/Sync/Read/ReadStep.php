<?php
/**
 * The phase read: reads KeyCRM's stock, the full list or the shop's own offers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;

/** Either way, an offer that the read has not seen is unknown, and its product keeps its number. */
final class ReadStep implements Step {

	public const WHOLE = 'whole';
	public const OWN   = 'own';

	public function __construct(
		private readonly FullReadCheckpoint $memory,
		private readonly FullListReader $whole,
		private readonly ShopOffersSurvey $survey,
		private readonly ShopOffersReader $shop_offers,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		return match ( $run->cursor['way'] ?? '' ) {
			self::WHOLE => $this->whole->advance( $run, FullListCursor::from_array( $run->cursor ) ),
			self::OWN => $this->read_shop_offers( $run, ShopOffersCursor::from_array( $run->cursor ) ),
			default => StepResult::more( $this->begun( $run ) ),
		};
	}

	private function read_shop_offers( Run $run, ShopOffersCursor $cursor ): StepResult {
		return ShopOffersCursor::SURVEY === $cursor->stage ? StepResult::more( $this->survey->advance( $run, $cursor ) ) : $this->shop_offers->advance( $run, $cursor );
	}

	private function begun( Run $run ): Run {
		$last = $this->memory->last();
		if ( null === $last || ReadStrategy::must_be_whole( $last, $this->clock->now_ms() ) ) {
			return $run->with( cursor: ( new FullListCursor() )->to_array(), read_plan: ReadPlan::whole( ReadStrategy::pages( $last->total ?? 0 ) ) );
		}
		$cursor = new ShopOffersCursor( ShopOffersCursor::SURVEY, $last->started_at, ReadStrategy::pages( $last->total ) );
		return $run->with( cursor: $cursor->to_array(), read_plan: null );
	}
}
