<?php
/**
 * How long a run will still take, roughly.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;

/** Pure. Reading is bound by KeyCRM's limit; computing and writing go at the pace of an ordinary server. */
final class TimeLeft {

	private const PLANNED_PER_SECOND = 2000;
	private const WRITTEN_PER_SECOND = 200;

	/** @return int Seconds; 0 if unknown. */
	public static function seconds( Run $run, int $requests_per_minute, int $now_ms ): int {
		if ( ! $run->status->is_active() || 0 === $run->progress_total ) {
			return 0;
		}
		$left = max( 0, $run->progress_total - $run->progress_done );
		$work = match ( $run->phase ) {
			RunPhase::Orders, RunPhase::Read, RunPhase::Gone, RunPhase::Recheck => $left * 60 / max( 1, $requests_per_minute ),
			RunPhase::Plan => $left / self::PLANNED_PER_SECOND,
			RunPhase::Write => $left / self::WRITTEN_PER_SECOND,
			default => 0,
		};
		$wait = max( 0, ( $run->resume_at ?? $now_ms ) - $now_ms ) / 1000;
		return (int) ceil( $work + $wait );
	}
}
