<?php
/**
 * Reads KeyCRM's orders, to learn which lines of the shop's orders KeyCRM counts.
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
 * Reads the orders that have changed since the last read, and sometimes all within the age limit. An order that was
 * deleted in KeyCRM is in no list, so only a read of all orders shows that it is missing. If all of them are one or two
 * pages they are read each time. Otherwise: as many pages, as many quarters of an hour between two reads of all.
 */
final class CrmOrderReader {

	private const CHEAP_PAGES   = 2;
	private const WHOLE_A_PAGE  = 15 * 60_000;
	private const WHOLE_AT_LAST = 86_400_000;

	/** Clocks differ, and a list moves while it is read. So each read begins this much before the end of the last one. */
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
	 * Reads the next page.
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
			// Another worker's read of all orders is newer than this answer, which could bring back what that one has removed.
			return StepResult::more( $run );
		}
		$this->findings->note( $page );
		if ( $page->unreadable > 0 && 1 !== $cursor->whole ) {
			// It is unknown which order that row was. A read of all orders forgets what was known of it.
			return StepResult::more( $run->with( cursor: $this->whole( $hold )->to_array(), progress_done: 0 ) );
		}
		if ( $page->total < $cursor->total && $cursor->restarts < self::MOST_RESTARTS ) {
			// Orders have left the list, so others have moved to pages that were read before.
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
	 * Whether the last read did not come to its end.
	 *
	 * @throws DatabaseError
	 */
	public function has_failed( int $source_id ): bool {
		return 0 !== $this->memory->unread_since( $source_id );
	}

	/** Null if no order of the shop holds stock: then KeyCRM's orders do not matter. */
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
		// If our clock runs ahead, changes must not be skipped. So the time is never later than the newest change that KeyCRM has shown.
		$since = min( $cursor->started_ms, $cursor->newest_ms ) - self::OVERLAP;
		$times = 1 === $cursor->whole
			? new OrderReadTimes( $since, $cursor->started_ms, $pages )
			: new OrderReadTimes( $since, $last->whole_ms ?? 0, $last->pages ?? 0 );
		$this->memory->note( $hold->source_id, $times );
		$this->findings->note_read( new OrderReadResult( $hold->source_id, $cursor->started_ms ) );
	}

	private function newest( OrderPage $page, OrderCursor $cursor ): int {
		$newest = $cursor->newest_ms;
		foreach ( $page->orders as $order ) {
			$newest = max( $newest, $order->updated_at );
		}
		return $newest;
	}
}
