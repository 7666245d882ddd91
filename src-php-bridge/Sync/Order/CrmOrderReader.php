<?php
/**
 * Asks KeyCRM which lines of the shop's orders it counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\KeyCrm\Order\OrderPage;
use KeyCrmStock\KeyCrm\Order\OrderQuery;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Store\Option\OrderReadCheckpoint;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Order\OrderReadResult;
use KeyCrmStock\Value\Order\OrderReadTimes;
use KeyCrmStock\Value\Run\Run;

/**
 * Reads what has changed since the last look, and now and then everything within the age limit: an order that was
 * deleted in KeyCRM is in no list, and only a look at everything can miss it. Where everything is a page or two it is
 * read each time, otherwise once for as many quarters of an hour as it takes pages.
 */
final class CrmOrderReader {

	private const CHEAP_PAGES   = 2;
	private const WHOLE_A_PAGE  = 15 * 60_000;
	private const WHOLE_AT_LAST = 86_400_000;

	/** Clocks differ, and a list moves while it is read: each look begins so much before the end of the last. */
	private const OVERLAP = 15 * 60_000;

	private const MOST_RESTARTS = 3;

	public function __construct(
		private readonly OrderEndpoint $crm_orders,
		private readonly OpenOrders $orders,
		private readonly CrmOrderRecorder $findings,
		private readonly OrderReadCheckpoint $memory,
		private readonly Clock $clock,
	) {}

	/**
	 * The next piece of the look.
	 *
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	public function advance( Run $run, OpenOrderSettings $hold ): StepResult {
		$cursor = isset( $run->cursor['since_ms'] ) ? OrderCursor::from_array( $run->cursor ) : $this->begun( $hold );
		if ( null === $cursor ) {
			return StepResult::done( $run );
		}
		$page = $this->crm_orders->page( OrderQuery::changed_since( $hold->source_id, $cursor->since_ms, $cursor->page, $this->clock->now_ms() ) );
		$run  = $run->answered();
		if ( $page->sent_at < ( $this->memory->last( $hold->source_id )->whole_ms ?? 0 ) ) {
			// Somebody else's look at everything is newer than this answer, which could bring back what that one has forgotten.
			return StepResult::more( $run );
		}
		$this->findings->note( $page );
		if ( $page->unreadable > 0 && 1 !== $cursor->whole ) {
			// Nobody can say which order it was. A look at everything forgets what was known of it.
			return StepResult::more( $run->with( cursor: $this->whole( $hold )->to_array(), progress_done: 0 ) );
		}
		if ( $page->total < $cursor->total && $cursor->restarts < self::MOST_RESTARTS ) {
			// Orders have gone from the list, so others have moved to pages that were read before.
			$again = $cursor->with( page: 1, total: -1, restarts: $cursor->restarts + 1, started_ms: $this->clock->now_ms() );
			return StepResult::more( $run->with( cursor: $again->to_array(), progress_done: 0 ) );
		}
		$moved  = $page->total < $cursor->total;
		$cursor = $cursor->with( newest_ms: $this->newest( $page, $cursor ), total: $page->total, page: $cursor->page + 1 );
		if ( $cursor->page <= $page->last_page ) {
			return StepResult::more( $run->with( cursor: $cursor->to_array(), progress_done: $cursor->page - 1, progress_total: $page->last_page ) );
		}
		if ( $moved ) {
			$this->note_failure( $hold->source_id );
		} else {
			$this->finished( $hold, $cursor, $page->last_page );
		}
		return StepResult::done( $run );
	}

	/** @throws DatabaseError */
	public function note_failure( int $source_id ): void {
		$this->memory->note_unread( $source_id, $this->clock->now_ms() );
	}

	/**
	 * Whether the last look did not come to its end.
	 *
	 * @throws DatabaseError
	 */
	public function has_failed( int $source_id ): bool {
		return 0 !== $this->memory->unread_since( $source_id );
	}

	/** Null where no order holds anything: then nothing of KeyCRM's orders matters. */
	private function begun( OpenOrderSettings $hold ): ?OrderCursor {
		$now    = $this->clock->now_ms();
		$oldest = $hold->oldest_ms( $now );
		if ( ! $this->orders->exist( $oldest ) ) {
			return null;
		}
		$last = $this->memory->last( $hold->source_id );
		if ( null === $last ) {
			$this->findings->forget();
		}
		if ( null === $last || $this->is_whole_due( $last, $now ) ) {
			return $this->whole( $hold );
		}
		$since = max( $oldest, $last->since_ms );
		return new OrderCursor( $since, $now, $since, 0 );
	}

	private function is_whole_due( OrderReadTimes $last, int $now_ms ): bool {
		$every = $last->pages <= self::CHEAP_PAGES ? 0 : min( self::WHOLE_AT_LAST, $last->pages * self::WHOLE_A_PAGE );
		return $now_ms - $last->whole_ms >= $every || $now_ms < $last->whole_ms;
	}

	private function whole( OpenOrderSettings $hold ): OrderCursor {
		$now   = $this->clock->now_ms();
		$since = $hold->oldest_ms( $now );
		return new OrderCursor( $since, $now, $since, 1 );
	}

	private function finished( OpenOrderSettings $hold, OrderCursor $cursor, int $pages ): void {
		$last = $this->memory->last( $hold->source_id );
		if ( 1 === $cursor->whole ) {
			$this->findings->forget_unseen( $cursor->started_ms );
		}
		// A clock of ours that runs ahead must not skip changes: nothing newer than what KeyCRM itself has shown.
		$since = min( $cursor->started_ms, $cursor->newest_ms ) - self::OVERLAP;
		$times = 1 === $cursor->whole
			? new OrderReadTimes( $since, $cursor->started_ms, $pages )
			: new OrderReadTimes( $since, $last->whole_ms ?? 0, $last->pages ?? 0 );
		$this->memory->note( $hold->source_id, $times );
		$this->findings->note_look( new OrderReadResult( $hold->source_id, $cursor->started_ms ) );
	}

	private function newest( OrderPage $page, OrderCursor $cursor ): int {
		$newest = $cursor->newest_ms;
		foreach ( $page->orders as $order ) {
			$newest = max( $newest, $order->updated_at );
		}
		return $newest;
	}
}
