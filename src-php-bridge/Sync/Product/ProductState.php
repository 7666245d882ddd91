<?php
/**
 * The state of a product or variation since the last successful sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\ProductSyncState;

final class ProductState {

	/**
	 * @param float|null $number The number that the sync set or found; null if there was none.
	 * @param int|null   $at     When, unix milliseconds; null where it is not known.
	 */
	public function __construct(
		public readonly ProductSyncState $state,
		public readonly ?float $number,
		public readonly ?int $at,
	) {}
}
