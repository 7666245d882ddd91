<?php
/**
 * What KeyCRM has otherwise than the shop, of one page of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push\Details;

defined( 'ABSPATH' ) || exit;

final class DetailsPage {

	/**
	 * @param int                                  $last_id The page's last product.
	 * @param array<int, float>                    $prices  The shop's, by offer id.
	 * @param list<array{id: int, name: string}> $names   The shop's, with KeyCRM's product id.
	 * @param bool                                 $asked   Whether KeyCRM was asked; if not, no product of the page is matched.
	 */
	public function __construct(
		public readonly int $last_id,
		public readonly array $prices,
		public readonly array $names,
		public readonly bool $asked,
	) {}
}
