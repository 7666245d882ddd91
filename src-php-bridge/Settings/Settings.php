<?php
/**
 * What the owner has chosen.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\KeptDetails;
use KeyCrmStock\Value\Stock\PlaceWarehouse;
use KeyCrmStock\Value\Stock\Side;

/** @see src-admin/contract/settings/settings.ts editableSettingsSchema */
final class Settings {

	/** Values of `direction`: who keeps the stock that counts. */
	public const KEYCRM_TO_SHOP = 'keycrm_to_shop';
	public const SHOP_TO_KEYCRM = 'shop_to_keycrm';

	/** What to do if a product that is to be made in KeyCRM has a name that is taken there. */
	public const NAME_SUFFIX = 'suffix';

	/**
	 * @param string    $direction         KEYCRM_TO_SHOP or SHOP_TO_KEYCRM.
	 * @param int       $push_warehouse_id KeyCRM's warehouse that gets the shop's quantities; 0 for none.
	 * @param KeptDetails $details         What KeyCRM gets of a product besides its stock, while the shop leads.
	 * @param list<PlaceWarehouse> $places Warehouses for single places of the shop; each place at most once.
	 * @param list<int> $warehouse_ids     Warehouses whose stock is for sale; empty means all.
	 * @param list<WarehouseLimit> $warehouse_limits Each warehouse at most once.
	 * @param int       $buffer            Units of each product kept back from sale.
	 * @param string    $manage_stock      'leave' or 'enable', for products without stock management.
	 * @param string    $gone              'leave' or 'zero', for products that KeyCRM no longer has and whose number came from us.
	 * @param bool      $webhook_enabled   Whether KeyCRM's own messages are taken in.
	 * @param string    $name_taken        NAME_SUFFIX or 'report'.
	 * @param int       $log_days          How long runs and changes are kept.
	 * @param bool      $fire_stock_emails Whether WooCommerce's low-stock e-mails may go out for our writes.
	 */
	public function __construct(
		public readonly string $direction,
		public readonly int $push_warehouse_id,
		public readonly array $places,
		public readonly KeptDetails $details,
		public readonly int $requests_per_minute,
		public readonly array $warehouse_ids,
		public readonly array $warehouse_limits,
		public readonly bool $subtract_reserve,
		public readonly int $buffer,
		public readonly bool $allow_negative,
		public readonly OpenOrderSettings $hold_orders,
		public readonly string $manage_stock,
		public readonly string $gone,
		public readonly ScheduleSettings $schedule,
		public readonly GuardSettings $guard,
		public readonly NotifySettings $notify,
		public readonly bool $webhook_enabled,
		public readonly string $name_taken,
		public readonly int $log_days,
		public readonly bool $fire_stock_emails,
	) {}

	/** @param array<string, mixed> $values Whole and valid: what SettingsSchema::sanitize() returns. */
	public static function from_array( array $values ): self {
		return new self(
			(string) $values['direction'],
			(int) $values['push_warehouse_id'],
			array_map( static fn ( mixed $row ): PlaceWarehouse => PlaceWarehouse::from_array( (array) $row ), array_values( (array) $values['places'] ) ),
			KeptDetails::from_array( (array) $values['details'] ),
			(int) $values['requests_per_minute'],
			array_map( 'intval', array_values( (array) $values['warehouse_ids'] ) ),
			array_map( static fn ( mixed $limit ): WarehouseLimit => WarehouseLimit::from_array( (array) $limit ), array_values( (array) $values['warehouse_limits'] ) ),
			(bool) $values['subtract_reserve'],
			(int) $values['buffer'],
			(bool) $values['allow_negative'],
			OpenOrderSettings::from_array( (array) $values['hold_orders'] ),
			(string) $values['manage_stock'],
			(string) $values['gone'],
			ScheduleSettings::from_array( (array) $values['schedule'] ),
			GuardSettings::from_array( (array) $values['guard'] ),
			NotifySettings::from_array( (array) $values['notify'] ),
			(bool) $values['webhook']['enabled'],
			(string) $values['create']['name_taken'],
			(int) $values['log_days'],
			(bool) $values['fire_stock_emails'],
		);
	}

	/** @return list<array{place: string, warehouse_id: int}> */
	private function places_to_array(): array {
		return array_map( static fn ( PlaceWarehouse $one ): array => $one->to_array(), $this->places );
	}

	/** Whose stock quantities are written. */
	public function written_side(): Side {
		return self::SHOP_TO_KEYCRM === $this->direction ? Side::KeyCrm : Side::Shop;
	}

	/**
	 * The settings that decide which products get which number. `detect` is not among them, because it only
	 * changes others. Lists are sorted: the sequence in which warehouses were chosen means nothing.
	 *
	 * @return array<string, mixed>
	 */
	public function deciding(): array {
		$warehouse_ids = $this->warehouse_ids;
		sort( $warehouse_ids );
		$limits = array_map( static fn ( WarehouseLimit $limit ): array => $limit->to_array(), $this->warehouse_limits );
		usort( $limits, static fn ( array $one, array $other ): int => $one['warehouse_id'] <=> $other['warehouse_id'] );
		$hold = $this->hold_orders->to_array();
		sort( $hold['statuses'] );
		unset( $hold['detect'] );
		return array(
			'direction'        => $this->direction,
			'push_warehouse_id' => $this->push_warehouse_id,
			'places'           => $this->places_to_array(),
			'warehouse_ids'    => $warehouse_ids,
			'warehouse_limits' => $limits,
			'subtract_reserve' => $this->subtract_reserve,
			'buffer'           => $this->buffer,
			'allow_negative'   => $this->allow_negative,
			'hold_orders'      => $hold,
			'manage_stock'     => $this->manage_stock,
			'gone'             => $this->gone,
		);
	}

	/** @return array<string, mixed> The shape of editableSettingsSchema. */
	public function to_array(): array {
		return array(
			'direction'           => $this->direction,
			'push_warehouse_id'   => $this->push_warehouse_id,
			'places'              => $this->places_to_array(),
			'details'             => $this->details->to_array(),
			'requests_per_minute' => $this->requests_per_minute,
			'warehouse_ids'       => $this->warehouse_ids,
			'warehouse_limits'    => array_map( static fn ( WarehouseLimit $limit ): array => $limit->to_array(), $this->warehouse_limits ),
			'subtract_reserve'    => $this->subtract_reserve,
			'buffer'              => $this->buffer,
			'allow_negative'      => $this->allow_negative,
			'hold_orders'         => $this->hold_orders->to_array(),
			'manage_stock'        => $this->manage_stock,
			'gone'                => $this->gone,
			'schedule'            => $this->schedule->to_array(),
			'guard'               => $this->guard->to_array(),
			'notify'              => $this->notify->to_array(),
			'webhook'             => array( 'enabled' => $this->webhook_enabled ),
			'create'              => array( 'name_taken' => $this->name_taken ),
			'log_days'            => $this->log_days,
			'fire_stock_emails'   => $this->fire_stock_emails,
		);
	}
}
