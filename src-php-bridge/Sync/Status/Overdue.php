<?php
/**
 * Whether the shop's scheduler has fallen asleep.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;

/** Pure. WP-Cron wakes with visits: a few minutes late is ordinary on a quiet site. */
final class Overdue {

	private const GRACE_MS = 10 * 60 * 1000;

	/** @return int Seconds by which the next start, or the next step of an active run, is late; 0 within the grace. */
	public static function seconds( ?int $next_at, ?Run $run, int $now_ms ): int {
		$due = array();
		if ( null !== $next_at ) {
			$due[] = $next_at;
		}
		if ( null !== $run && $run->status->is_active() ) {
			$due[] = max( $run->resume_at ?? 0, $run->updated_at );
		}
		$late = array() === $due ? 0 : $now_ms - min( $due );
		return $late > self::GRACE_MS ? intdiv( $late, 1000 ) : 0;
	}
}
