<?php
/**
 * The phase that reads KeyCRM's stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Store\Option\WholeReadMemory;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;

/** Rule 1 holds either way: what a read has not seen is unknown, and left alone. */
final class ReadStep implements Step {

	public const WHOLE = 'whole';
	public const OWN   = 'own';

	public function __construct(
		private readonly WholeReadMemory $memory,
		private readonly WholeList $whole,
		private readonly OwnSurvey $survey,
		private readonly OwnList $own,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): Run {
		return $lease->save(
			match ( $run->cursor['way'] ?? '' ) {
				self::WHOLE => $this->whole->advance( $run, WholeCursor::from_array( $run->cursor ) ),
				self::OWN => $this->of_own( $run, OwnCursor::from_array( $run->cursor ) ),
				default => $this->begun( $run ),
			}
		);
	}

	private function of_own( Run $run, OwnCursor $cursor ): Run {
		return OwnCursor::SURVEY === $cursor->stage ? $this->survey->advance( $run, $cursor ) : $this->own->advance( $run, $cursor );
	}

	private function begun( Run $run ): Run {
		$last = $this->memory->last();
		if ( null === $last || ReadChoice::must_be_whole( $last, $this->clock->now_ms() ) ) {
			return $run->with( cursor: ( new WholeCursor() )->to_array(), read_plan: ReadPlan::whole( ReadChoice::pages( $last->total ?? 0 ) ) );
		}
		$cursor = new OwnCursor( OwnCursor::SURVEY, $last->started_at, ReadChoice::pages( $last->total ) );
		return $run->with( cursor: $cursor->to_array(), read_plan: null );
	}
}
