<?php
/**
 * Which product of a page belongs to which level, before that is stored.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Match;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Level\LevelRow;

final class PageMatches {

	/**
	 * @param array<string, list<LevelRow>> $levels  All levels with the page's SKUs, of any run, as they are marked
	 *                                               now; keyed as LevelTable does.
	 * @param array<int, LevelRow>          $changed Levels among them whose marks have changed, by offer.
	 * @param list<int>                     $stale   Offers that are marked with a product of the page to which they no longer belong.
	 * @param bool                          $is_late Whether a product of an earlier page turns out to be a duplicate.
	 */
	public function __construct(
		public readonly array $levels,
		public readonly array $changed,
		public readonly array $stale,
		public readonly bool $is_late,
	) {}
}
