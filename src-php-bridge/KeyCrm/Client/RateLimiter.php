<?php
/**
 * Hands out request slots to all processes of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\AtomicOption;

final class RateLimiter {

	/** We do not wait for a slot further away than this: it becomes the run's `resume_at`. */
	public const LONGEST_WAIT_MS = 2_000;

	/** While an urgent run asks, others look again after this time. */
	public const YIELD_MS = 250;

	/** KeyCRM's own limit (keycrm-server/API.md §9). Who stays below it may send one request of a minute before its turn. */
	private const DOCUMENTED = 60;

	/** How long after an urgent request the next slot is kept for another one. */
	private const KEPT_MS = 1_500;

	/** Whether the requests of this process go first. */
	private bool $is_urgent = false;

	/** @var array{int, int}|null When this process's last request had its slot and its answer. */
	private ?array $last = null;

	/** Slot of the request that is under way. */
	private int $taken_at = 0;

	/** @param \Closure(): int $per_minute The limit in force: the setting, or less on a shared key. */
	public function __construct(
		private readonly AtomicOption $state,
		private readonly \Closure $per_minute,
	) {}

	/**
	 * The requests that the work sends go before those of other processes.
	 *
	 * @template T
	 * @param \Closure(): T $work
	 * @return T
	 */
	public function urgently( \Closure $work ): mixed {
		$this->is_urgent = true;
		try {
			return $work();
		} finally {
			$this->is_urgent = false;
		}
	}

	/**
	 * @param bool $yields Whether the slot is left to an urgent run, if one is asking.
	 * @param bool $ahead  Whether the slot may come one slot before its turn; the next one then comes after two.
	 * @return int|null Unix milliseconds at which the caller may send one request; null if it should ask again a little later.
	 * @throws WaitRequired If the slot is too far away; it stays free.
	 */
	public function take( int $now_ms, bool $yields = false, bool $ahead = false ): ?int {
		$per_minute = ( $this->per_minute )();
		$last       = $this->last;
		$is_urgent  = $this->is_urgent;
		$ahead      = $ahead && $per_minute < self::DOCUMENTED;

		[ $slot, $this->taken_at ] = $this->state->change(
			static function ( array $state ) use ( $now_ms, $per_minute, $last, $is_urgent, $yields, $ahead ): array {
				$kept = self::kept_until( $state, $now_ms );
				if ( $yields && ! $is_urgent && $kept > $now_ms ) {
					return array( $state, array( null, 0 ) );
				}
				$pace = RequestPace::from_array( $state, $now_ms );
				$pace = null === $last ? $pace : $pace->answered( $last[0], $last[1] );
				$slot = $ahead ? $pace->slot_ahead( $now_ms, $per_minute ) : $pace->slot( $now_ms );
				$next = $slot - $now_ms > self::LONGEST_WAIT_MS ? $pace : $pace->taken( $now_ms, $per_minute );
				// Slots are kept from the moment on at which an urgent request is wanted, also if it comes too late for this one.
				return array( $next->to_array() + array( 'kept_until' => $is_urgent ? $slot + self::KEPT_MS : $kept ), array( $slot, $next->taken_at ) );
			}
		);

		if ( null === $slot ) {
			return null;
		}
		$this->last = null;
		if ( $slot - $now_ms > self::LONGEST_WAIT_MS ) {
			throw new WaitRequired( $slot, WaitRequired::LIMIT );
		}
		return $slot;
	}

	/** After the answer to the request whose slot was taken last. Stored with the next slot, so that it costs no statement. */
	public function answered( int $now_ms ): void {
		$this->last = array( $this->taken_at, $now_ms );
	}

	/** After KeyCRM refused a request for coming too fast. */
	public function slow_down( int $sent_ms, int $now_ms, int $until_ms ): void {
		$this->state->change(
			static fn ( array $state ): array => array( RequestPace::from_array( $state, $now_ms )->slowed( $sent_ms, $now_ms, $until_ms )->to_array() + array( 'kept_until' => self::kept_until( $state, $now_ms ) ), null )
		);
	}

	/**
	 * A time further away than possible was noted by a clock that ran ahead.
	 *
	 * @param array<string, mixed> $state
	 */
	private static function kept_until( array $state, int $now_ms ): int {
		$until = is_int( $state['kept_until'] ?? null ) ? $state['kept_until'] : 0;
		return $until - $now_ms > 2 * ( self::LONGEST_WAIT_MS + self::KEPT_MS ) ? 0 : $until;
	}
}
