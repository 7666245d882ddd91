<?php
/**
 * A sales channel of the KeyCRM account that may be this shop's.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Order;

defined( 'ABSPATH' ) || exit;

final class OrderChannel {

	/**
	 * @param string $name   As the account calls it.
	 * @param int    $orders How many of the shop's newest orders were seen in it.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly int $orders,
	) {}

	/** @param array<mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self(
			is_int( $row['id'] ?? null ) ? $row['id'] : 0,
			is_string( $row['name'] ?? null ) ? $row['name'] : '',
			is_int( $row['orders'] ?? null ) ? $row['orders'] : 0
		);
	}

	/** @return array{id: int, name: string, orders: int} */
	public function to_array(): array {
		return array(
			'id'     => $this->id,
			'name'   => $this->name,
			'orders' => $this->orders,
		);
	}
}
