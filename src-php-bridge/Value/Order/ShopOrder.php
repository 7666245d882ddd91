<?php
/**
 * An order of the shop, as far as it is compared with one in KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class ShopOrder {

	/**
	 * @param string       $number  As buyers see it, which another plugin may have made up.
	 * @param int          $made_at Unix milliseconds.
	 * @param list<string> $lines   As OrderLines::sorted() gives them.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly int $made_at,
		public readonly array $lines,
	) {}
}
