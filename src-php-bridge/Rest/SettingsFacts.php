<?php
/**
 * Facts about the shop that the settings screen shows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\OtherWritersJson;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Shop\Place\StockLocations;
use KeyCrmStock\Shop\Place\StockPlaces;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Text\Order\OrderModeText;
use KeyCrmStock\Text\ScheduleText;

final class SettingsFacts {

	public function __construct(
		private readonly string $api_base_url,
		private readonly SecretAddress $tick_address,
		private readonly OtherWritersJson $writers,
		private readonly ShopStockSettings $shop,
		private readonly RunTable $runs,
		private readonly ChangeTimes $changed,
		private readonly SettingsStore $settings,
	) {}

	/** @return array<string, mixed> @see src-admin/contract/settings/settings.ts settingsSchema */
	public function to_array(): array {
		$last = $this->runs->last_good_sync();
		return array(
			'api_base_url'       => $this->api_base_url,
			'tick_url'           => $this->tick_address->url(),
			'set_up'             => $this->is_set_up( null !== $last ),
			'order_looks_text'   => ScheduleText::order_looks( $last->requests ?? 0 ),
			'admin_email'        => (string) get_option( 'admin_email' ),
			'stock_places'       => $this->stock_places(),
			'shop_manages_stock' => $this->shop->manages_stock(),
			'order_statuses'     => $this->shop->order_statuses(),
			'order_modes'        => OrderModeText::options(),
			'order_answers'      => OrderModeText::answers( $this->settings->get()->hold_orders->mode ),
		) + $this->writers->to_array();
	}
	/** @return list<array{place: string, name: string}> */
	private function stock_places(): array {
		$places = ( new StockPlaces( new StockLocations() ) )->all();
		return array_map(
			static fn ( string|int $place, string $name ): array => array(
				'place' => (string) $place,
				'name'  => $name,
			),
			array_keys( $places ),
			array_values( $places )
		);
	}

	/** The set-up ends when a sync has run and the owner has said whether there will be automatic ones. */
	private function is_set_up( bool $has_synced ): bool {
		return $has_synced && ( $this->settings->get()->schedule->enabled || $this->changed->is_schedule_decided() );
	}
}
