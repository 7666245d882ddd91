<?php
/**
 * A product's number as it stands in the database, locked.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

final class StockRow {

	/**
	 * @param float|null $amount   Null where there is no number.
	 * @param bool       $is_plain Exactly one row with a number in it, to which a difference can be added.
	 */
	public function __construct(
		public readonly ?float $amount,
		public readonly bool $is_plain,
	) {}
}
