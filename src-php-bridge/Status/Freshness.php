<?php
/**
 * When the shop was last synced, and with which settings.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** All times are unix milliseconds. */
final class Freshness {

	/**
	 * @param Run|null $last_success        The last sync that ended well.
	 * @param int|null $tried_at            When a newer sync ended without success; null where none did.
	 * @param int|null $settings_changed_at When settings that decide quantities were last changed, if that was after the last success; else null.
	 * @param bool     $is_stale            Automatic sync is on, and the last success is older than it should be.
	 */
	public function __construct(
		public readonly ?Run $last_success,
		public readonly ?int $tried_at,
		public readonly ?int $settings_changed_at,
		private readonly bool $is_stale,
	) {}

	public function state(): FreshnessState {
		return match ( true ) {
			null === $this->last_success => FreshnessState::Never,
			null !== $this->settings_changed_at => FreshnessState::SettingsChanged,
			$this->is_stale => FreshnessState::Stale,
			default => FreshnessState::Current,
		};
	}

	public function synced_at(): ?int {
		return $this->last_success->finished_at ?? $this->last_success?->started_at;
	}

	/** Products that had KeyCRM's quantity after the last success. */
	public function in_sync(): int {
		$counts = $this->last_success?->counts;
		return null === $counts ? 0 : $counts->count( Outcome::Updated ) + $counts->count( Outcome::Unchanged );
	}

	/** Products that the last success looked at, without those that the owner does not want synced. */
	public function compared(): int {
		$counts = $this->last_success?->counts;
		return null === $counts ? 0 : array_sum( $counts->to_array() ) - $counts->count( Outcome::Excluded );
	}
}
