<?php
/**
 * An offer whose level is to be read again.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

final class DirtyOffer {

	/**
	 * @param int    $offer_id 0 if only the SKU is known.
	 * @param string $sku      '' if the id is known.
	 * @param int    $since    When it was marked last, unix milliseconds; larger after each mark.
	 */
	public function __construct(
		public readonly int $offer_id,
		public readonly string $sku,
		public readonly int $since,
	) {}
}
