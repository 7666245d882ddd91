<?php
/**
 * The phase write of a run that writes KeyCRM's numbers: sends them, many in one request.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Read\FreshLevels;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;

/**
 * KeyCRM takes absolute numbers and overwrites what has changed since we looked (keycrm-server/API.md §6). So a level is
 * read again if it is old, and each number is computed at the moment of sending. Before a request is sent, the run notes
 * that it will be. If no clear answer comes, or the worker dies, the levels of these offers are read before anything is
 * sent again: what KeyCRM has taken already counts as sent.
 */
final class SendStep implements Step {

	/** A level older than this is read again before its number is sent. */
	private const FRESH_MS = 10 * 60_000;

	/** After so many requests without a clear answer, in a row, the run fails. */
	private const MOST_TRIES = 5;

	/** After so many refused requests in a row, KeyCRM refuses everything. 13 of them single out one row of 5,000. */
	private const MOST_REFUSALS = 30;

	public function __construct(
		private readonly ChangeTable $changes,
		private readonly PushPage $page,
		private readonly FreshLevels $levels,
		private readonly StockEndpoint $stocks,
		private readonly PushLog $log,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$cursor = SendCursor::from_array( $run->cursor );
		if ( array() !== $cursor->absent ) {
			return StepResult::more( $this->looked_up( $run, $cursor, $lease ) );
		}
		$oldest = max( $this->clock->now_ms() - self::FRESH_MS, $cursor->tried_at + 1 );
		$stale  = $this->changes->offers_read_before( $run->id, $oldest, FreshLevels::MOST );
		if ( array() !== $stale ) {
			return StepResult::more( $this->at( $run->answered(), $cursor->with( absent: $this->levels->read( $stale ) ) ) );
		}
		$batch = PushBatch::gathered( $this->changes, $this->page, $run, $cursor );
		return $batch->is_empty()
			? StepResult::done( $run, $run->progress_total, $cursor->to_read_back() )
			: StepResult::more( $this->sent( $run, $cursor, $batch, $lease ) );
	}

	/**
	 * Offers of which KeyCRM says nothing get no number: the one that it may have is unknown.
	 *
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	private function looked_up( Run $run, SendCursor $cursor, Lease $lease ): Run {
		$unknown = array() === $cursor->absent ? array() : $this->levels->look_up( $run, $cursor->absent );
		$run     = $this->at( $run->answered(), $cursor->with( absent: array() ) );
		$plans   = array() === $unknown ? array() : $this->changes->planned_for_offers( $run->id, $unknown );
		return array() === $plans ? $run : $this->noted( array( $plans ), array( array_map( fn ( Change $plan ): Change => $this->log->failure( $plan, 'not_listed' ), $plans ) ), $run, $lease );
	}

	/**
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws RunFailed
	 * @throws LeaseLost
	 * @throws DatabaseError
	 */
	private function sent( Run $run, SendCursor $cursor, PushBatch $batch, Lease $lease ): Run {
		$was_tried = $cursor->tried_at > 0;
		foreach ( $batch->quantities as $warehouse_id => $quantities ) {
			// A sale has been waiting for the read before; both together wait for the next two slots instead.
			$this->stocks->wait_for_slot( RunMode::Refresh === $run->mode );
			$cursor = $cursor->with( tried_at: $this->clock->now_ms(), tries: $cursor->tries + 1 );
			$run    = $lease->save( $this->at( $run, $cursor ) );
			try {
				$this->stocks->set( $warehouse_id, $quantities );
				$run = $run->answered();
			} catch ( ApiException $error ) {
				if ( $error->is_about_content() ) {
					return $this->refused( $run->answered(), $cursor, $batch, array_keys( $quantities ), $error, $lease );
				}
				throw $cursor->tries < self::MOST_TRIES ? $error : new RunFailed( $error->to_run_error() );
			}
		}
		return $this->noted( $batch->plans, $batch->results( $this->log, $was_tried ), $this->at( $run, $cursor->taken( $batch->last_id ) ), $lease );
	}

	/**
	 * A row that KeyCRM names is noted and left out. If it names none, the list is halved until the bad row stands alone.
	 *
	 * @param list<int> $offer_ids In the order of the request.
	 * @throws RunFailed
	 * @throws LeaseLost
	 * @throws DatabaseError
	 */
	private function refused( Run $run, SendCursor $cursor, PushBatch $batch, array $offer_ids, ApiException $error, Lease $lease ): Run {
		if ( in_array( 'warehouse_id', $error->fields, true ) || $cursor->refusals >= self::MOST_REFUSALS ) {
			throw RunFailed::push_refused( $error->details . ' ' . $error->said );
		}
		$places = array_map( static fn ( string $field ): int => 1 === preg_match( '/^stocks\.(\d+)\./', $field, $match ) ? (int) $match[1] : -1, $error->fields );
		$named  = array_values( array_intersect_key( $offer_ids, array_flip( $places ) ) );
		$bad    = 1 === count( $offer_ids ) ? $offer_ids : $named;
		$next   = $this->at( $run, $cursor->refused( array() === $bad ? intdiv( $batch->count() + 1, 2 ) : $cursor->size ) );
		$plans  = array_values( array_filter( array_merge( ...$batch->plans ), static fn ( Change $plan ): bool => in_array( $plan->offer_id, $bad, true ) ) );
		return array() === $plans ? $next : $this->noted( array( $plans ), array( array_map( fn ( Change $plan ): Change => $this->log->failure( $plan, 'refused: ' . $error->said ), $plans ) ), $next, $lease );
	}

	/**
	 * @param list<list<Change>> $portions
	 * @param list<list<Change>> $notes
	 * @throws LeaseLost
	 * @throws DatabaseError
	 */
	private function noted( array $portions, array $notes, Run $run, Lease $lease ): Run {
		return $this->log->note( $portions, $notes, $run->with( progress_done: $run->progress_done + count( array_merge( ...$portions ) ) ), $lease );
	}

	private function at( Run $run, SendCursor $cursor ): Run {
		return $run->with( cursor: $cursor->to_array() );
	}
}
