<?php
/**
 * The last time that KeyCRM's whole list was read to its end.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

/** A full read of KeyCRM's list. Levels read since `started_at` are the offers that the account has. Times are unix milliseconds. */
final class FullRead {

	/**
	 * @param int $started_at When it began, before its first request.
	 * @param int $total      Offers in the list.
	 * @param int $filters_at From when on KeyCRM's filters may be trusted (again); 0 where they never failed.
	 */
	public function __construct(
		public readonly int $started_at,
		public readonly int $total,
		public readonly int $filters_at,
	) {}
}
