<?php
/**
 * Which of KeyCRM's warehouses gets the stock of one place of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/places.ts placeWarehouseSchema */
final class PlaceWarehouse {

	/** @param string $place The place's id, as the plugin that keeps places names it. */
	public function __construct(
		public readonly string $place,
		public readonly int $warehouse_id,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( (string) $values['place'], (int) $values['warehouse_id'] );
	}

	/** @return array{place: string, warehouse_id: int} */
	public function to_array(): array {
		return array(
			'place'        => $this->place,
			'warehouse_id' => $this->warehouse_id,
		);
	}
}
