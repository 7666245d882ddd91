<?php
/**
 * The last time that KeyCRM's whole list was read to its end.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** Levels read since `started_at` are the offers that the account is known to have. Times are unix milliseconds. */
final class FullRead {

	/**
	 * @param int $started_at Before its first request.
	 * @param int $total      Offers in the list.
	 * @param int $filters_at From when on KeyCRM's filters may be trusted (again); 0 where they never failed.
	 */
	public function __construct(
		public readonly int $started_at,
		public readonly int $total,
		public readonly int $filters_at,
	) {}
}
