<?php
/**
 * One line of an order in KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class CrmOrderLine {

	/** @param string $sku Trimmed; '' for a one-off product. */
	public function __construct(
		public readonly int $id,
		public readonly string $sku,
		public readonly float $quantity,
		public readonly LineState $state,
	) {}
}
