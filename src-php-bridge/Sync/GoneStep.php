<?php
/**
 * The phase that asks for what is no longer in KeyCRM's list.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\ApiException;
use KeyCrmStock\KeyCrm\ErrorKind;
use KeyCrmStock\KeyCrm\StockPage;
use KeyCrmStock\KeyCrm\StockQuery;
use KeyCrmStock\Store\LevelMarks;
use KeyCrmStock\Store\LevelTable;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;
use KeyCrmStock\Value\StockLevel;

/**
 * That the list lacks an offer proves nothing: it is asked for by id. That it does not come then proves
 * something only if the filter did its work, so two offers that are there are asked for with it, one before
 * and one behind the others. Whatever is odd about the answer, nothing is believed, and the next run asks again.
 */
final class GoneStep implements Step {

	private const WITNESSES = 2;

	public function __construct(
		private readonly PacedReader $reader,
		private readonly LevelTable $levels,
		private readonly LevelMarks $marks,
		private readonly Vanished $vanished,
	) {}

	public function advance( Run $run, Lease $lease ): Run {
		$after = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$page  = $this->vanished->page( $run, $after, StockQuery::LIMIT - self::WITNESSES );
		if ( null === $page ) {
			return $lease->save( $run->at( RunPhase::Recheck ) );
		}
		[ $offers, $after ] = $page;
		if ( array() !== $offers ) {
			$run = $this->asked( $run, $offers );
		}
		return $lease->save( $run->with( cursor: array( 'after_id' => $after ) ) );
	}

	/**
	 * @param non-empty-list<int> $offers
	 * @throws MustWait
	 * @throws ApiException
	 */
	private function asked( Run $run, array $offers ): Run {
		$witnesses = $this->marks->outermost( $run->id );
		if ( array() === $witnesses ) {
			return $run;
		}
		try {
			$page = $this->reader->page( StockQuery::by_ids( array_values( array_unique( array( $witnesses[0], ...$offers, $witnesses[1] ) ) ) ) );
		} catch ( ApiException $error ) {
			if ( ! in_array( $error->kind, array( ErrorKind::Unasked, ErrorKind::Refused, ErrorKind::TooLarge ), true ) ) {
				throw $error;
			}
			return $run->answered();
		}
		// What comes is not gone, and its number is as good as the list's.
		$this->levels->store( $page->levels, $run->id );
		$came = array_map( static fn ( StockLevel $level ): int => $level->offer_id, $page->levels );
		if ( $this->is_whole( $page ) && array() === array_diff( $witnesses, $came ) ) {
			$this->marks->note_gone( array_values( array_diff( $offers, $came ) ), $run->id );
		}
		return $run->answered();
	}

	/** @return bool Whether the answer has as many rows as it says itself. */
	private function is_whole( StockPage $page ): bool {
		return 1 === $page->last_page && count( $page->levels ) === $page->total;
	}
}
