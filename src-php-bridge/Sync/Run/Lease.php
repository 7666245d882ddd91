<?php
/**
 * The right to advance one run, for a while.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Contained;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;

/**
 * A worker that dies blocks the run for this long, also for a person who watches. A living worker renews the lease
 * with every save and during a follow-up. 30 s, because the longest time between two saves is one request to KeyCRM
 * (15 s at most, see KeyCrm\Client\ResponseBounds) and the work on its answer.
 */
final class Lease {

	private const LENGTH_MS = 30_000;
	/** A follow-up reports after each product. The lease is renewed at most this often. */
	private const KEEP_EVERY_MS = 5_000;

	private int $kept_at = 0;

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
	 *                   must roll back and stop.
	 */
	public function save( Run $run ): Run {
		$now = $this->clock->now_ms();
		$this->runs->save( $run, $this->owner, $now, $now + self::LENGTH_MS );
		$this->kept_at = $now;
		return $run;
	}

	/**
	 * Renews the lease during long work that does not change the run.
	 *
	 * @throws LeaseLost
	 */
	public function keep(): void {
		$now = $this->clock->now_ms();
		if ( $now - $this->kept_at >= self::KEEP_EVERY_MS ) {
			$this->runs->keep( $this->run_id, $this->owner, $now + self::LENGTH_MS );
			$this->kept_at = $now;
		}
	}

	/** Never throws: a lease that cannot be given back ends by itself. */
	public function release(): void {
		Contained::call( 'release of a lease', fn () => $this->runs->release( $this->run_id, $this->owner ) );
	}
}
