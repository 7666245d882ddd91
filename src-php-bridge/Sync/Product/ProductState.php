<?php
/**
 * How one product of the shop, or one of its variations, stands since the last check.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\ProductSyncState;

final class ProductState {

	/**
	 * @param float|null $number The number that the check set or found; null where it set none.
	 * @param int|null   $at     When, unix milliseconds; null where it is not known.
	 */
	public function __construct(
		public readonly ProductSyncState $state,
		public readonly ?float $number,
		public readonly ?int $at,
	) {}
}
