<?php
/**
 * When the stock is checked by itself.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/settings/settings.ts SCHEDULE_MINUTES, ORDER_MINUTES */
final class ScheduleSettings {

	/** @param int $orders_every_minutes Between two looks at KeyCRM's changed orders; 0: none between two syncs. */
	public function __construct(
		public readonly bool $enabled,
		public readonly int $every_minutes,
		public readonly int $orders_every_minutes,
	) {}

	/** @param array<string, mixed> $values Whole and valid. */
	public static function from_array( array $values ): self {
		return new self( (bool) $values['enabled'], (int) $values['every_minutes'], (int) $values['orders_every_minutes'] );
	}

	/** @return array{enabled: bool, every_minutes: int, orders_every_minutes: int} */
	public function to_array(): array {
		return array(
			'enabled'              => $this->enabled,
			'every_minutes'        => $this->every_minutes,
			'orders_every_minutes' => $this->orders_every_minutes,
		);
	}
}
