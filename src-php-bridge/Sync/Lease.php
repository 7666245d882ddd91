<?php
/**
 * The right to advance one run, for a while.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\LeaseLost;
use KeyCrmStock\Store\RunTable;
use KeyCrmStock\Value\Run;

/** A worker that dies keeps nobody out for longer than this; a living one renews it with every save. */
final class Lease {

	private const LENGTH_MS = 90_000;

	private function __construct(
		private readonly RunTable $runs,
		private readonly string $owner,
		private readonly Clock $clock,
		private readonly int $run_id,
	) {}

	/** @return array{self, Run}|null Null where the run is not active, not due or held by another worker. */
	public static function take( RunTable $runs, int $run_id, Clock $clock ): ?array {
		$owner = bin2hex( random_bytes( 16 ) );
		$now   = $clock->now_ms();
		$run   = $runs->acquire( $run_id, $owner, $now, $now + self::LENGTH_MS );
		return null === $run ? null : array( new self( $runs, $owner, $clock, $run_id ), $run );
	}

	/**
	 * Stores the run's new state.
	 *
	 * @throws LeaseLost Where another worker has taken over or a person has cancelled: the caller
	 *                   must undo what it has not committed and go away.
	 */
	public function save( Run $run ): Run {
		$now = $this->clock->now_ms();
		$this->runs->save( $run, $this->owner, $now, $now + self::LENGTH_MS );
		return $run;
	}

	public function release(): void {
		$this->runs->release( $this->run_id, $this->owner );
	}
}
