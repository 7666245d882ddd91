<?php
/**
 * The wiring of the REST routes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

use KeyCrmStock\Export\ChangeJson;
use KeyCrmStock\Export\ChangeRows;
use KeyCrmStock\Export\FactsJson;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\MismatchRows;
use KeyCrmStock\Export\OrdersStateJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Rest\ActivityController;
use KeyCrmStock\Rest\ChangesController;
use KeyCrmStock\Rest\ConnectionController;
use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\CurrentRunController;
use KeyCrmStock\Rest\MismatchActionsController;
use KeyCrmStock\Rest\MismatchesController;
use KeyCrmStock\Rest\OrderSourcesController;
use KeyCrmStock\Rest\ProductHistoryController;
use KeyCrmStock\Rest\RunResponse;
use KeyCrmStock\Rest\RunsController;
use KeyCrmStock\Rest\SettingsController;
use KeyCrmStock\Rest\SettingsFacts;
use KeyCrmStock\Rest\TickController;
use KeyCrmStock\Rest\UndoController;
use KeyCrmStock\Rest\WarehousesController;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\ExcludedProducts;
use KeyCrmStock\Shop\Exclusion\ExclusionMarks;
use KeyCrmStock\Store\Mismatch\MismatchTable;
use KeyCrmStock\Store\Run\HourlyActivity;
use KeyCrmStock\Store\Run\ManualRuns;
use KeyCrmStock\Sync\Product\EnableStockManagement;
use KeyCrmStock\Sync\Product\MismatchLists;
use KeyCrmStock\Sync\Product\ProductHistory;
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Text\ReasonText;

defined( 'ABSPATH' ) || exit;

final class RestRoutes {

	/** @return list<Controller> */
	public static function of( Services $of ): array {
		$run_json   = new RunJson( $of->runs, $of->settings, $of->clock );
		$run_answer = new RunResponse( $run_json );
		$reasons    = new ReasonText();
		$facts      = new SettingsFacts( Services::api_base_url(), $of->token, $of->rivals, $of->shop, $of->run_table, $of->change_times, $of->settings );
		$orders     = new OrdersStateJson( $of->order_holding );
		$lists      = self::lists( $of );
		$words      = new MismatchText();
		$mismatch   = new MismatchJson( $of->catalogue, $of->levels, $of->stock_check, $words );
		return array(
			new SettingsController( $of->settings, $of->settings_schema, $of->key, $of->schedule, $of->change_times, $facts, $orders ),
			new ConnectionController( $of->stocks_for( ... ) ),
			new WarehousesController( $of->stocks, $of->levels, $of->warehouses, $of->catalogue, $of->clock ),
			new OrderSourcesController( $of->crm_orders ),
			new CurrentRunController( $of->lookout, $run_json, $of->facts, new FactsJson(), $orders ),
			new RunsController( $of->runs, $of->run_table, $of->worker, $run_json, $run_answer ),
			new ActivityController( new HourlyActivity( $of->database ), $of->clock ),
			new UndoController( $of->undo, $of->run_table, $run_answer ),
			new ChangesController( $of->log, new ChangeJson( $of->catalogue, $reasons ), new ChangeRows( $of->log, $reasons ) ),
			new ProductHistoryController( new ProductHistory( $of->catalogue, $of->log, $of->levels ), $reasons, $of->clock ),
			new MismatchesController( $lists, $mismatch, new MismatchRows( $lists, $mismatch, $words ), $words ),
			new MismatchActionsController(
				$lists,
				self::switch_on( $of ),
				$of->repair,
				$of->catalogue,
				new ExclusionMarks( $of->database, new Translations( $of->database ) ),
				$reasons,
				$of->clock
			),
			new TickController( $of->token, $of->worker ),
		);
	}
	public static function lists( Services $of ): MismatchLists {
		return new MismatchLists( $of->run_table, $of->whole_read, new MismatchTable( $of->database ), new ExcludedProducts( $of->database ) );
	}

	private static function switch_on( Services $of ): EnableStockManagement {
		return new EnableStockManagement(
			$of->writer,
			static fn ( array $page, string $settings ): StockTargets => RunPipelines::sync_targets( $of, $page, $settings ),
			$of->changes,
			new ManualRuns( $of->database ),
			$of->run_table,
			$of->settings
		);
	}
}
