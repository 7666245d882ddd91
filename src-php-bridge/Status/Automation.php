<?php
/**
 * Automatic sync: on or off, on time or late.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

final class Automation {

	/**
	 * @param bool     $enabled       As the owner has set it.
	 * @param int      $every_minutes
	 * @param int|null $next_at       Unix milliseconds; null where nothing is planned.
	 * @param int      $late_seconds  0 where nothing is late.
	 * @param int      $failures      Syncs that failed in a row, started by whomever.
	 * @param bool     $is_syncing    A sync is under way, which plans the next one.
	 */
	public function __construct(
		public readonly bool $enabled,
		public readonly int $every_minutes,
		public readonly ?int $next_at,
		public readonly int $late_seconds,
		public readonly int $failures,
		private readonly bool $is_syncing,
	) {}

	public function state(): AutomationState {
		return match ( true ) {
			! $this->enabled => AutomationState::Off,
			$this->failures > 0 => AutomationState::Failing,
			$this->late_seconds > 0 => AutomationState::Late,
			null === $this->next_at && ! $this->is_syncing => AutomationState::Unplanned,
			default => AutomationState::On,
		};
	}
}
