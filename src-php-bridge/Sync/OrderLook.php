<?php
/**
 * Asks KeyCRM which lines of the shop's orders it counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\OrderPage;
use KeyCrmStock\KeyCrm\OrderQuery;
use KeyCrmStock\Settings\HoldOrdersSettings;
use KeyCrmStock\Shop\OpenOrders;
use KeyCrmStock\Store\LookMemory;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;

/**
 * Reads what has changed since the last look, and once a day everything within the age limit: that heals
 * whatever a look may have missed, such as an order that KeyCRM changed without saying so.
 */
final class OrderLook {

	private const WHOLE_EVERY = 86_400_000;

	/** Clocks differ, and a list moves while it is read: each look begins so much before the end of the last. */
	private const OVERLAP = 15 * 60_000;

	private const MOST_RESTARTS = 3;

	public function __construct(
		private readonly PacedOrders $reader,
		private readonly OpenOrders $orders,
		private readonly OrderFindings $findings,
		private readonly LookMemory $memory,
		private readonly Clock $clock,
	) {}

	/** The next piece of the look; the run goes on to $next when it is done. */
	public function advance( Run $run, HoldOrdersSettings $hold, RunPhase $next ): Run {
		$cursor = array() === $run->cursor ? $this->begun( $hold ) : OrderCursor::from_array( $run->cursor );
		if ( null === $cursor ) {
			return $run->at( $next );
		}
		[ $page, $sent ] = $this->reader->page( OrderQuery::changed_since( $hold->source_id, $cursor->since_ms, $cursor->page ) );
		$run             = $run->with( requests: $run->requests + 1, attempts: 0 );
		$this->findings->note( $page, $sent );
		if ( $page->total < $cursor->total && $cursor->restarts < self::MOST_RESTARTS ) {
			// Orders have gone from the list, so others have moved to pages that were read before.
			$again = $cursor->with( page: 1, total: -1, restarts: $cursor->restarts + 1, started_ms: $this->clock->now_ms() );
			return $run->with( cursor: $again->to_array(), progress_done: 0 );
		}
		$moved  = $page->total < $cursor->total;
		$cursor = $cursor->with( newest_ms: $this->newest( $page, $cursor ), total: $page->total, page: $cursor->page + 1 );
		if ( $cursor->page <= $page->last_page ) {
			return $run->with( cursor: $cursor->to_array(), progress_done: $cursor->page - 1, progress_total: $page->last_page );
		}
		if ( ! $moved ) {
			$this->finished( $hold, $cursor );
		}
		return $run->at( $next );
	}

	/** Null where no order holds anything: then nothing of KeyCRM's orders matters. */
	private function begun( HoldOrdersSettings $hold ): ?OrderCursor {
		$now    = $this->clock->now_ms();
		$oldest = $hold->oldest_ms( $now );
		if ( ! $this->orders->exist( $oldest ) ) {
			return null;
		}
		$last = $this->memory->last( $hold->source_id );
		if ( null === $last ) {
			$this->findings->forget();
		}
		$whole = null === $last || $now - $last['whole_ms'] > self::WHOLE_EVERY || $now < $last['whole_ms'];
		$since = $whole ? $oldest : max( $oldest, $last['since_ms'] );
		return new OrderCursor( $since, $now, $since, $whole ? 1 : 0 );
	}

	private function finished( HoldOrdersSettings $hold, OrderCursor $cursor ): void {
		$last = $this->memory->last( $hold->source_id );
		if ( 1 === $cursor->whole ) {
			$this->findings->forget_unseen( $cursor->started_ms );
		}
		// A clock of ours that runs ahead must not skip changes: nothing newer than what KeyCRM itself has shown.
		$since = min( $cursor->started_ms, $cursor->newest_ms ) - self::OVERLAP;
		$this->memory->note( $hold->source_id, $since, 1 === $cursor->whole ? $cursor->started_ms : $last['whole_ms'] ?? 0 );
	}

	private function newest( OrderPage $page, OrderCursor $cursor ): int {
		$newest = $cursor->newest_ms;
		foreach ( $page->orders as $order ) {
			$newest = max( $newest, $order->updated_at );
		}
		return $newest;
	}
}
