<?php
/**
 * Starts the work on reported changes at once, in the background of the request that has brought them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Contained;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Store\DirtyOrders;
use KeyCrmStock\Store\Option\AwakeUntil;
use KeyCrmStock\Store\Option\WakeUpMemory;
use KeyCrmStock\Sync\Run\Budget;
use KeyCrmStock\Sync\Run\RefreshStarter;
use KeyCrmStock\Sync\Run\Worker;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Run\WakeUpWay;

/**
 * Where the server can send the answer and go on (PHP-FPM, LiteSpeed), the request itself does the work. Elsewhere it
 * calls the shop once more, and that request does it. If neither works, the queue does: a started run has its next step
 * planned there.
 */
final class WakeUp {

	/** A worker stays about this long, and waits at most this long for a request slot. */
	private const PATIENCE_MS = 10_000;

	/** A request that has seen a worker awake may store its change so much later. */
	private const SLACK_MS = 3_000;

	private const LOOK_EVERY_MS = 250;

	/** A run that nobody holds and that has not moved for so long needs another call. */
	private const STILL_MS = 2_000;

	/** Functions that send the answer and let PHP go on; absent on other servers. */
	private const FINISHERS = array( 'fastcgi_finish_request', 'litespeed_finish_request' );

	public function __construct(
		private readonly RefreshStarter $starter,
		private readonly Worker $worker,
		private readonly DirtyOrders $orders,
		private readonly Loopback $loopback,
		private readonly WakeUpMemory $memory,
		private readonly AwakeUntil $awake,
		private readonly Clock $clock,
	) {}

	/** Called in a request that must be answered first. */
	public function wake_after_answer( RunTrigger $trigger = RunTrigger::Webhook ): void {
		// Last of all, so that other plugins' work at the end of a request is done before this waits for anything.
		add_action( 'shutdown', fn () => $this->wake( $trigger, fn () => $this->call_shop( $trigger ) ), PHP_INT_MAX );
	}

	/** Called in a request that has carried a refresh to its end. What waits by now may have a run already, and has no worker. */
	public function hand_over_after_answer(): void {
		add_action( 'shutdown', fn () => $this->wake( RunTrigger::Webhook, $this->hand_over( ... ) ), PHP_INT_MAX );
	}

	/** @param \Closure(): void $otherwise Where this request cannot go on after its answer. */
	private function wake( RunTrigger $trigger, \Closure $otherwise ): void {
		Contained::call( 'wake-up', fn () => $this->has_finished_answer() ? $this->after_answer( $trigger ) : $otherwise() );
	}

	/** The called request does the work, for as long as there is something to do and time for it. */
	public function work(): void {
		$active = $this->starter->active();
		if ( null !== $active && ( $active->resume_at ?? 0 ) > $this->clock->now_ms() ) {
			// One worker that waits is enough.
			return;
		}
		$budget = Budget::for_chore( $this->clock->now_ms(), self::PATIENCE_MS );
		try {
			$has_time = $this->worked( $budget, $this->clock->now_ms() + self::PATIENCE_MS - self::SLACK_MS );
		} finally {
			$this->awake->end();
		}
		if ( ! $has_time ) {
			$this->hand_over();
		}
	}

	/**
	 * One change after the other. Those that come while this worker is awake need no other one, so it says how long that is,
	 * and looks again until then.
	 *
	 * @param int $until_ms Until when sales may rely on this worker.
	 * @return bool False if the time is used up and more may be waiting.
	 */
	private function worked( Budget $budget, int $until_ms ): bool {
		$rounds = 0;
		while ( $budget->has_room( $this->clock->now_ms() ) ) {
			$run = $this->worker->refresh_within( $budget );
			if ( null !== $run && $this->may_go_on( $run ) ) {
				2 === ++$rounds && $this->starter->is_fed_by_shop() && $this->awake->begin( $until_ms );
			} elseif ( null === $run && $this->awake->has_begun() ) {
				$this->clock->wait_until( $this->clock->now_ms() + self::LOOK_EVERY_MS );
			} else {
				return true;
			}
		}
		return false;
	}

	/** Changes may come for hours, and a request must end. So the shop calls itself again, where that is known to work. */
	private function hand_over(): void {
		$now  = $this->clock->now_ms();
		$next = WakeUpWay::Queue === $this->memory->way( $now ) ? null : $this->starter->start_if_due();
		// One that is held has a worker.
		if ( null !== $next && $next->lease_until < $now ) {
			$this->loopback->call();
		}
	}

	/** For the request that was called. */
	public function note_arrival(): void {
		$this->memory->note_arrival( $this->clock->now_ms() );
	}

	/** Whether there is more to do now, after a wait for the next request slot. */
	private function may_go_on( Run $run ): bool {
		if ( ! $run->status->is_active() ) {
			return true;
		}
		if ( null === $run->resume_at ) {
			// If another worker holds it, one is enough.
			return $run->lease_until < $this->clock->now_ms();
		}
		if ( WaitRequired::LIMIT !== $run->waits_for || $run->resume_at > $this->clock->now_ms() + self::PATIENCE_MS ) {
			return false;
		}
		while ( $this->clock->now_ms() < $run->resume_at ) {
			$this->clock->wait_until( $run->resume_at );
		}
		return true;
	}

	private function after_answer( RunTrigger $trigger ): void {
		$this->memory->note_after_answer( $this->clock->now_ms() );
		$this->starter->start_if_due( $trigger );
		$this->work();
	}

	private function call_shop( RunTrigger $trigger ): void {
		$now    = $this->clock->now_ms();
		$active = $this->starter->active();
		// A run that is started now has no worker yet; an older one has, unless it stands still.
		$is_needed = null === $active ? null !== $this->starter->start_if_due( $trigger ) || $this->is_first_order() : $this->stands_still( $active, $now );
		if ( $is_needed && $this->memory->note_call( $now ) ) {
			$this->loopback->call();
		}
	}

	/** The worker that is called for one order looks up all that wait. If the call is lost, the queue makes up for it. */
	private function is_first_order(): bool {
		$is_first = 1 === count( $this->orders->next( 2 ) );
		if ( $is_first ) {
			$this->worker->plan_refresh();
		}
		return $is_first;
	}

	private function stands_still( Run $run, int $now_ms ): bool {
		return $run->lease_until < $now_ms && ( $run->resume_at ?? 0 ) <= $now_ms && $run->updated_at < $now_ms - self::STILL_MS;
	}

	private function has_finished_answer(): bool {
		foreach ( self::FINISHERS as $finish ) {
			if ( function_exists( $finish ) ) {
				ignore_user_abort( true );
				return false !== $finish();
			}
		}
		return false;
	}
}
