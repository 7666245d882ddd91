<?php
/**
 * Which changes a list shows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\ChangeDirection;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Side;

final class ChangeFilter {

	/**
	 * @param int      $run_id     0 for all runs: then only numbers that were written, or that failed to be.
	 * @param string   $search     Part of a product's name or SKU; '' for all.
	 * @param int|null $from_ms    Unix milliseconds, inclusive.
	 * @param int|null $until_ms   Unix milliseconds, exclusive.
	 * @param int      $product_id 0 for all.
	 * @param string   $sku        '' for all.
	 * @param Side|null $side      Whose quantities; null for both.
	 */
	public function __construct(
		public readonly int $run_id = 0,
		public readonly ?Outcome $outcome = null,
		public readonly ?ChangeDirection $direction = null,
		public readonly string $search = '',
		public readonly ?int $from_ms = null,
		public readonly ?int $until_ms = null,
		public readonly int $product_id = 0,
		public readonly string $sku = '',
		public readonly ?Side $side = null,
	) {}
}
