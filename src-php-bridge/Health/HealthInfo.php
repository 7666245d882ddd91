<?php
/**
 * Facts about the plugin for a supporter: Site Health → Info.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Health;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\OtherPlugin\ConflictingPlugins;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Sync\Status\SyncStatusReader;
use KeyCrmStock\Value\Run\Run;

use const KeyCrmStock\VERSION;

/**
 * People paste this into forums: no key, not even its last letters, no secret address, no e-mail address.
 * Values stay in English, as WordPress wants them for that purpose.
 */
final class HealthInfo {

	public function __construct(
		private readonly SyncStatusReader $status_reader,
		private readonly FactsReader $facts,
		private readonly SettingsStore $settings,
		private readonly ApiKeyStore $key,
		private readonly ConflictingPlugins $conflicts,
	) {}

	/** @return array<string, array{label: string, value: string}> */
	public function fields(): array {
		$rows = array(
			'version' => array( __( 'Version', 'stock-sync-for-keycrm' ), VERSION ),
			'api_key' => array( __( 'API key', 'stock-sync-for-keycrm' ), $this->key_state() ),
			...$this->runs(),
			...$this->choices(),
			'rivals'  => array( __( 'Other plugins that set stock from KeyCRM', 'stock-sync-for-keycrm' ), self::listed( $this->conflicts->sure() ) ),
			'others'  => array( __( 'Other plugins that may do so', 'stock-sync-for-keycrm' ), self::listed( $this->conflicts->possible() ) ),
		);
		return array_map(
			static fn ( array $row ): array => array(
				'label' => $row[0],
				'value' => $row[1],
			),
			$rows
		);
	}

	private function key_state(): string {
		return match ( true ) {
			'' !== $this->key->problem() => 'cannot be read',
			'constant' === $this->key->source() => 'in wp-config.php',
			'option' === $this->key->source() => 'saved',
			default => 'none',
		};
	}

	/** @return array<string, array{string, string}> */
	private function runs(): array {
		$now   = $this->status_reader->read();
		$facts = $this->facts->from_situation( $now );
		return array(
			'state'        => array( __( 'How the sync stands', 'stock-sync-for-keycrm' ), $facts->headline->value ),
			'coverage'     => array( __( 'Products matched with KeyCRM', 'stock-sync-for-keycrm' ), "{$facts->coverage->matched} of {$facts->coverage->products}, {$facts->coverage->without_sku} without SKU" ),
			'freshness'    => array( __( 'Quantities in the shop', 'stock-sync-for-keycrm' ), $facts->freshness->state()->value ),
			'automation'   => array( __( 'Automatic sync', 'stock-sync-for-keycrm' ), $facts->automation->state()->value ),
			'last_success' => array( __( 'Last successful sync', 'stock-sync-for-keycrm' ), self::time( $now->last_success->finished_at ?? null ) ),
			'last_run'     => array( __( 'Last sync', 'stock-sync-for-keycrm' ), null === $now->run ? 'none' : self::run( $now->run ) ),
			'failures'     => array( __( 'Failed syncs in a row', 'stock-sync-for-keycrm' ), (string) $now->failures ),
			'next_at'      => array( __( 'Next sync', 'stock-sync-for-keycrm' ), self::time( $now->next_at ) ),
			'overdue'      => array( __( 'Late by', 'stock-sync-for-keycrm' ), $now->overdue_seconds . ' s' ),
		);
	}

	/** @return array<string, array{string, string}> */
	private function choices(): array {
		$chosen = $this->settings->get();
		return array(
			'schedule'            => array( __( 'Schedule', 'stock-sync-for-keycrm' ), $chosen->schedule->enabled ? "every {$chosen->schedule->every_minutes} minutes" : 'off' ),
			'requests_per_minute' => array( __( 'Requests a minute at most', 'stock-sync-for-keycrm' ), (string) $chosen->requests_per_minute ),
			'warehouses'          => array( __( 'Warehouses', 'stock-sync-for-keycrm' ), array() === $chosen->warehouse_ids ? 'all' : implode( ', ', $chosen->warehouse_ids ) ),
			'subtract_reserve'    => array( __( 'Reserves are subtracted', 'stock-sync-for-keycrm' ), $chosen->subtract_reserve ? 'yes' : 'no' ),
			'buffer'              => array( __( 'Kept back of each product', 'stock-sync-for-keycrm' ), (string) $chosen->buffer ),
			'hold_orders'         => array( __( 'Orders KeyCRM does not count yet', 'stock-sync-for-keycrm' ), $chosen->hold_orders->mode->value . ( $chosen->hold_orders->detect ? ', until an order is seen in KeyCRM' : '' ) ),
			'manage_stock'        => array( __( 'Products without stock management', 'stock-sync-for-keycrm' ), $chosen->manage_stock ),
			'gone'                => array( __( 'Products gone from KeyCRM', 'stock-sync-for-keycrm' ), $chosen->gone ),
			'guard'               => array( __( 'Stops before', 'stock-sync-for-keycrm' ), "{$chosen->guard->max_zeroed_percent} % to zero, {$chosen->guard->max_drop_percent} % fewer pieces" ),
		);
	}

	private static function run( Run $run ): string {
		$error = null === $run->error ? '' : ", {$run->error->code}";
		return "{$run->id}: {$run->mode->value}, {$run->trigger->value}, {$run->status->value}, {$run->phase->value}$error, {$run->requests} requests";
	}

	/** @param int|null $ms Unix milliseconds. */
	private static function time( ?int $ms ): string {
		return null === $ms ? 'none' : gmdate( 'Y-m-d H:i:s', intdiv( $ms, 1000 ) ) . ' UTC';
	}

	/** @param list<string> $names */
	private static function listed( array $names ): string {
		return array() === $names ? 'none' : implode( ', ', $names );
	}
}
