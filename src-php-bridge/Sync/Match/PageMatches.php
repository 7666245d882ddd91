<?php
/**
 * Which product of a page answers to which level, before it is stored.
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
	 * @param array<int, LevelRow>          $changed Those of them whose marks have changed, by offer.
	 * @param list<int>                     $stale   Offers that a product of the page was thought to answer to.
	 * @param bool                          $is_late Whether this tells something new about a product of an earlier page.
	 */
	public function __construct(
		public readonly array $levels,
		public readonly array $changed,
		public readonly array $stale,
		public readonly bool $is_late,
	) {}
}
