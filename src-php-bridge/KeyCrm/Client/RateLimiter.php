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
	 * @return int Unix milliseconds at which the caller may send one request.
	 * @throws WaitRequired If the slot is too far away; it stays free.
	 */
	public function take( int $now_ms ): int {
		$per_minute = ( $this->per_minute )();
		$last       = $this->last;

		[ $slot, $this->taken_at ] = $this->state->change(
			static function ( array $state ) use ( $now_ms, $per_minute, $last ): array {
				$pace = RequestPace::from_array( $state, $now_ms );
				$pace = null === $last ? $pace : $pace->answered( $last[0], $last[1] );
				$slot = $pace->slot( $now_ms );
				$next = $slot - $now_ms > self::LONGEST_WAIT_MS ? $pace : $pace->taken( $now_ms, $per_minute );
				return array( $next->to_array(), array( $slot, $next->taken_at ) );
			}
		);

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
			static fn ( array $state ): array => array( RequestPace::from_array( $state, $now_ms )->slowed( $sent_ms, $now_ms, $until_ms )->to_array(), null )
		);
	}
}
