<?php
/**
 * The state of the sync: its runs, and when the next one comes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Status;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;

final class SyncStatus {

	/**
	 * @param Run|null $run             The active sync, else a refresh that waits for a person, else the last sync.
	 * @param Run|null $last_success    The last sync that could compare the shop with KeyCRM and write.
	 * @param int|null $next_at         Unix milliseconds; null where nothing is planned.
	 * @param int      $overdue_seconds 0 where nothing is late.
	 * @param Run|null $comparison      The newest run that has compared the whole shop.
	 * @param Run|null $waiting         The run that waits for a person's decision.
	 * @param int      $failures        Syncs that failed in a row.
	 */
	public function __construct(
		public readonly ?Run $run,
		public readonly ?Run $last_success,
		public readonly ?int $next_at,
		public readonly int $overdue_seconds,
		public readonly int $now_ms,
		public readonly ?Run $comparison,
		public readonly ?Run $waiting,
		public readonly int $failures,
	) {}
}
