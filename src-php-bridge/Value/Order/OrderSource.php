<?php
/**
 * A sales channel of the KeyCRM account; each of its orders belongs to one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class OrderSource {

	/** @param string $driver Which kind of shop it is, such as 'wordpress'; '' where KeyCRM does not say. */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $driver,
	) {}
}
