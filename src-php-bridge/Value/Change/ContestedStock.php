<?php
/**
 * A product whose stock quantity two programs set in turns.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

final class ContestedStock {

	/**
	 * @param float $ours   What the sync wrote each time.
	 * @param float $theirs What it found each time.
	 */
	public function __construct(
		public readonly int $product_id,
		public readonly float $ours,
		public readonly float $theirs,
		public readonly int $times,
	) {}
}
