<?php
/**
 * The wiring of the REST routes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\ChangeJson;
use KeyCrmStock\Export\ChangeRows;
use KeyCrmStock\Export\FactsJson;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Export\OrdersStateJson;
use KeyCrmStock\Export\OtherWritersJson;
use KeyCrmStock\Export\ProductSyncJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Export\WarehouseExampleJson;
use KeyCrmStock\Export\WebhookJson;
use KeyCrmStock\KeyCrm\Webhook\WebhookTrial;
use KeyCrmStock\Rest\ActivityController;
use KeyCrmStock\Rest\ChangesController;
use KeyCrmStock\Rest\ConnectionController;
use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\CurrentRunController;
use KeyCrmStock\Rest\Help\HelpController;
use KeyCrmStock\Rest\Help\SourcesController;
use KeyCrmStock\Rest\MismatchActionsController;
use KeyCrmStock\Rest\MismatchesController;
use KeyCrmStock\Rest\OrderSourcesController;
use KeyCrmStock\Rest\ProductHistoryController;
use KeyCrmStock\Rest\ProductSyncController;
use KeyCrmStock\Rest\RunResponse;
use KeyCrmStock\Rest\RunsController;
use KeyCrmStock\Rest\SettingsController;
use KeyCrmStock\Rest\SettingsFacts;
use KeyCrmStock\Rest\TickController;
use KeyCrmStock\Rest\UndoController;
use KeyCrmStock\Rest\WarehousesController;
use KeyCrmStock\Rest\Webhook\WakeUpController;
use KeyCrmStock\Rest\Webhook\WebhookController;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Catalogue\StockPresence;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\ExcludedProducts;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;
use KeyCrmStock\Store\Mismatch\MismatchTable;
use KeyCrmStock\Store\Option\WebhookReceipts;
use KeyCrmStock\Store\Run\HourlyActivity;
use KeyCrmStock\Sync\Product\EnableStockManagement;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Sync\Product\ProductHistory;
use KeyCrmStock\Sync\Push\EmptyKeyCrm;
use KeyCrmStock\Sync\Webhook\WebhookReceiver;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Text\ReasonText;

final class RestRoutes {

	/** Called on `rest_api_init`. */
	public static function register( Services $services ): void {
		foreach ( self::controllers( $services ) as $controller ) {
			$controller->register( $services->route_arguments );
		}
	}

	/** @return list<Controller> */
	private static function controllers( Services $services ): array {
		$run_json   = new RunJson( $services->runs, $services->settings, $services->clock );
		$run_answer = new RunResponse( $run_json );
		$reasons    = new ReasonText();
		$facts      = new SettingsFacts( Services::api_base_url(), $services->tick_address, new OtherWritersJson( $services->conflicting_plugins, StatusChecks::other_writers( $services ) ), $services->shop_stock_settings, $services->run_table, $services->change_times, $services->settings );
		$orders     = new OrdersStateJson( $services->open_order_mode );
		$lists      = self::lists( $services );
		$words      = new MismatchText();
		$mismatch   = new MismatchJson( $services->catalogue, $services->levels, $services->stock_check, $words );
		return array(
			new SettingsController( $services->settings, $services->settings_schema, $services->key, $services->schedule, $services->change_times, $facts, $orders ),
			new ConnectionController( $services->stocks_for( ... ) ),
			new WarehousesController( $services->stock_endpoint, $services->levels, $services->warehouses, $services->clock, new WarehouseExampleJson( $services->levels, $services->catalogue ), new EmptyKeyCrm( $services->levels, new StockPresence( $services->database ) ) ),
			new OrderSourcesController( $services->order_endpoint ),
			new CurrentRunController( $services->sync_status, $run_json, $services->facts, new FactsJson(), $orders ),
			new RunsController( $services->runs, $services->run_table, $services->worker, $services->wake_up, $run_json, $run_answer ),
			new ActivityController( new HourlyActivity( $services->database ), $services->clock ),
			new UndoController( $services->undo, $services->run_table, $run_answer ),
			new ChangesController( $services->change_log, new ChangeJson( $services->catalogue, $reasons ), new ChangeRows( $services->change_log, $reasons ) ),
			new ProductHistoryController( new ProductHistory( $services->catalogue, $services->change_log, $services->levels ), $reasons, $services->clock ),
			new ProductSyncController( ManualSyncs::product( $services ), new ProductSyncJson( $reasons ) ),
			new MismatchesController( $lists, $mismatch, new MismatchRows( $lists, $mismatch, $words ), $words, $services->settings ),
			new MismatchActionsController(
				$lists,
				new EnableStockManagement( $services->changes, ManualSyncs::writer( $services ), $services->settings ),
				$services->status_repairer,
				$services->catalogue,
				new ExclusionMarks( $services->database, new Translations( $services->database ) ),
				$reasons,
				$services->clock
			),
			new HelpController(),
			new SourcesController( plugins_url( 'pictures/', dirname( __DIR__ ) ) ),
			new TickController( $services->tick_address, $services->worker ),
			self::webhook( $services ),
			new WakeUpController( $services->wake_up_address, $services->wake_up ),
		);
	}

	private static function webhook( Services $services ): WebhookController {
		$receipts = new WebhookReceipts( $services->database );
		return new WebhookController(
			$services->webhook_address,
			new WebhookReceiver( $services->settings, $services->dirty_offers, $services->dirty_orders, $receipts, $services->clock ),
			$services->wake_up,
			new WebhookTrial(),
			new WebhookJson( $services->webhook_address, $receipts, $services->wake_up_memory, $services->clock )
		);
	}

	public static function lists( Services $services ): MismatchLists {
		return new MismatchLists( $services->run_table, $services->full_read, new MismatchTable( $services->database ), new ExcludedProducts( $services->database ) );
	}
}
