<?php
/**
 * One answer of GET /offers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Offer;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\StockLevel;

final class OfferPage {

	/**
	 * @param int              $last_page  At least 1.
	 * @param int              $total      Offers that match the question, on all pages.
	 * @param list<StockLevel> $levels     Of offers that were asked for and are not archived; totals only.
	 * @param list<int>        $offer_ids  Ids of all rows, also of those that were not asked for exactly.
	 * @param int              $unreadable Rows without an offer id.
	 */
	public function __construct(
		public readonly int $last_page,
		public readonly int $total,
		public readonly array $levels,
		public readonly array $offer_ids,
		public readonly int $unreadable,
	) {}
}
