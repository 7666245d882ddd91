<?php
/**
 * One answer of GET /offers with products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

final class CrmOfferPage {

	/**
	 * @param int            $last_page At least 1.
	 * @param list<CrmOffer> $offers    Those that were asked for, compared exactly, archived ones among them.
	 */
	public function __construct(
		public readonly int $last_page,
		public readonly array $offers,
	) {}
}
