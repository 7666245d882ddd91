<?php
/**
 * The wiring of the REST routes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

use KeyCrmStock\Export\ChangeCsv;
use KeyCrmStock\Export\ChangeJson;
use KeyCrmStock\Export\FactsJson;
use KeyCrmStock\Export\MismatchCsv;
use KeyCrmStock\Export\MismatchJson;
use KeyCrmStock\Export\OrdersStateJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Rest\ActivityController;
use KeyCrmStock\Rest\ChangesController;
use KeyCrmStock\Rest\ConnectionController;
use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\CurrentRunController;
use KeyCrmStock\Rest\FixController;
use KeyCrmStock\Rest\FixMarks;
use KeyCrmStock\Rest\OrderSourcesController;
use KeyCrmStock\Rest\ProductHistoryController;
use KeyCrmStock\Rest\RunAnswer;
use KeyCrmStock\Rest\RunsController;
use KeyCrmStock\Rest\SettingsController;
use KeyCrmStock\Rest\ShopFacts;
use KeyCrmStock\Rest\TickController;
use KeyCrmStock\Rest\UndoController;
use KeyCrmStock\Rest\UnmatchedController;
use KeyCrmStock\Rest\WarehousesController;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\ExcludedProducts;
use KeyCrmStock\Shop\Exclusion\Exclusion;
use KeyCrmStock\Store\Mismatch\Mismatches;
use KeyCrmStock\Store\Run\Activity;
use KeyCrmStock\Store\Run\HandRuns;
use KeyCrmStock\Sync\Product\OutOfStep;
use KeyCrmStock\Sync\Product\ProductHistory;
use KeyCrmStock\Sync\Product\SwitchOn;
use KeyCrmStock\Sync\Write\WriteTargets;
use KeyCrmStock\Text\MismatchText;
use KeyCrmStock\Text\ReasonText;

defined( 'ABSPATH' ) || exit;

final class Routes {

	/** @return list<Controller> */
	public static function of( Services $of ): array {
		$run_json   = new RunJson( $of->runs, $of->settings, $of->clock );
		$run_answer = new RunAnswer( $run_json );
		$reasons    = new ReasonText();
		$facts      = new ShopFacts( Services::api_base_url(), $of->token, $of->rivals, $of->shop, $of->run_table, $of->change_times, $of->settings );
		$orders     = new OrdersStateJson( $of->order_holding );
		$lists      = self::lists( $of );
		$words      = new MismatchText();
		$mismatch   = new MismatchJson( $of->catalogue, $of->levels, $of->stock_check, $words );
		return array(
			new SettingsController( $of->settings, $of->settings_schema, $of->key, $of->schedule, $of->change_times, $facts, $orders ),
			new ConnectionController( $of->reader_for( ... ) ),
			new WarehousesController( $of->reader, $of->levels, $of->warehouses, $of->catalogue, $of->clock ),
			new OrderSourcesController( $of->orders ),
			new CurrentRunController( $of->lookout, $run_json, $of->facts, new FactsJson(), $orders ),
			new RunsController( $of->runs, $of->run_table, $of->worker, $run_json, $run_answer ),
			new ActivityController( new Activity( $of->database ), $of->clock ),
			new UndoController( $of->undo, $of->run_table, $run_answer ),
			new ChangesController( $of->log, new ChangeJson( $of->catalogue, $reasons ), new ChangeCsv( $of->log, $reasons ) ),
			new ProductHistoryController( new ProductHistory( $of->catalogue, $of->log, $of->levels ), $reasons, $of->clock ),
			new UnmatchedController( $lists, $mismatch, new MismatchCsv( $lists, $mismatch, $words ), $words ),
			new FixController(
				$lists,
				self::switch_on( $of ),
				$of->repair,
				new FixMarks( $of->catalogue, new Exclusion( $of->database, new Translations( $of->database ) ) ),
				$reasons,
				$of->clock
			),
			new TickController( $of->token, $of->worker ),
		);
	}
	public static function lists( Services $of ): OutOfStep {
		return new OutOfStep( $of->run_table, $of->whole_read, new Mismatches( $of->database ), new ExcludedProducts( $of->database ) );
	}

	private static function switch_on( Services $of ): SwitchOn {
		return new SwitchOn(
			$of->writer,
			new WriteTargets( $of->catalogue, $of->levels, $of->marks, $of->terms, $of->fingerprint ),
			$of->changes,
			new HandRuns( $of->database ),
			$of->run_table,
			$of->settings
		);
	}
}
