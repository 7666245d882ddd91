<?php
/**
 * A product of the shop, of KeyCRM, or a pair of both that is out of step.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

final class Mismatch {

	/**
	 * @param int    $product_id 0 where the shop has none.
	 * @param string $name       What the product was called when it was compared.
	 * @param string $sku        The shop's; '' where it has none, or the shop has no product.
	 * @param int    $offer_id   0 where the mismatch is about no particular offer.
	 * @param string $crm_sku    KeyCRM's, where there is an offer.
	 */
	public function __construct(
		public readonly MismatchGroup $group,
		public readonly int $product_id,
		public readonly string $name = '',
		public readonly string $sku = '',
		public readonly int $offer_id = 0,
		public readonly string $crm_sku = '',
	) {}
}
