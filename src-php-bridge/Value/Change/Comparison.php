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
	 * @param int $run_id      The newest run that went through every product of the shop.
	 * @param int $compared_at When that run had done so.
	 * @param int $listed_at   When the last full read of KeyCRM's list began. Levels read since then are the offers that KeyCRM has.
	 */
	public function __construct(
		public readonly int $run_id,
		public readonly int $compared_at,
		public readonly int $listed_at,
	) {}
}
