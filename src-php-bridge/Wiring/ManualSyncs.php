<?php
/**
 * The wiring of what is written without the phases of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Services;
use KeyCrmStock\Store\Run\ManualRuns;
use KeyCrmStock\Sync\Order\ShortOrderRead;
use KeyCrmStock\Sync\Product\ManualWriter;
use KeyCrmStock\Sync\Product\ProductPlanner;
use KeyCrmStock\Sync\Product\ProductQuestions;
use KeyCrmStock\Sync\Product\ProductSync;
use KeyCrmStock\Sync\Product\RefreshQueue;
use KeyCrmStock\Sync\Read\OfferTotals;
use KeyCrmStock\Sync\Read\ProductLevels;
use KeyCrmStock\Sync\Write\StockTargets;

final class ManualSyncs {

	public static function writer( Services $services ): ManualWriter {
		return new ManualWriter(
			$services->writer,
			static fn ( array $page, string $settings ): StockTargets => RunPipelines::sync_targets( $services, $page, $settings ),
			$services->changes,
			new ManualRuns( $services->database ),
			$services->run_table,
			$services->settings
		);
	}

	public static function product( Services $services ): ProductSync {
		$planner = new ProductPlanner( $services->catalogue, $services->translation_sets, RunPipelines::matcher( $services ), $services->availability_inputs, $services->clock );
		$levels  = new ProductLevels( $services->stock_endpoint, $services->offer_endpoint, $services->levels, new OfferTotals( $services->levels, $services->settings ), $services->warehouses, $services->full_read, $services->clock );
		$orders  = new ShortOrderRead( $services->open_order_mode, RunPipelines::crm_reader( $services ), RunPipelines::local_reader( $services ) );
		return new ProductSync(
			$services->runs,
			$services->shop_stock_settings,
			$planner,
			new ProductQuestions( $planner, $levels, $orders, new RetryPolicy(), $services->limiter, $services->clock ),
			self::writer( $services ),
			new RefreshQueue( $services->dirty_offers, $services->wake_up, $services->clock ),
			$services->clock
		);
	}
}
