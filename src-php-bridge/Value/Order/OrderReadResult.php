<?php
/**
 * A look at KeyCRM's orders that came to its end.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class OrderReadResult {

	/**
	 * @param int $source_id The sales channel whose orders were read.
	 * @param int $began_ms  When the read began, unix milliseconds.
	 */
	public function __construct(
		public readonly int $source_id,
		public readonly int $began_ms,
	) {}
}
