<?php
/**
 * What a list of mismatches rests on.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** Times are unix milliseconds. */
final class Comparison {

	/**
	 * @param int $run_id      The newest run that has looked at every product of the shop.
	 * @param int $compared_at When it had.
	 * @param int $listed_at   When the last reading of KeyCRM's whole list began: levels read since are what it holds.
	 */
	public function __construct(
		public readonly int $run_id,
		public readonly int $compared_at,
		public readonly int $listed_at,
	) {}
}
