<?php
/**
 * The wiring of the phases of runs that write KeyCRM's numbers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Card\ChangedProducts;
use KeyCrmStock\Shop\Card\ProductCards;
use KeyCrmStock\Shop\Place\StockLocations;
use KeyCrmStock\Shop\Place\StockPlaces;
use KeyCrmStock\Store\Option\DetailsCheckpoint;
use KeyCrmStock\Sync\Push\Details\DetailsComparison;
use KeyCrmStock\Sync\Push\Details\DetailsStep;
use KeyCrmStock\Sync\Push\FillEndStep;
use KeyCrmStock\Sync\Push\PushLog;
use KeyCrmStock\Sync\Push\PushPage;
use KeyCrmStock\Sync\Push\PushRules;
use KeyCrmStock\Sync\Push\ReadBackStep;
use KeyCrmStock\Sync\Push\SendStep;
use KeyCrmStock\Sync\Read\FreshLevels;
use KeyCrmStock\Sync\Read\MissingOffersReader;
use KeyCrmStock\Sync\Read\ShopSkus;
use KeyCrmStock\Sync\Run\Pipeline;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\UrgentStep;
use KeyCrmStock\Sync\Undo\KeyCrmUndoPlan;
use KeyCrmStock\Sync\Undo\UndoPlan;
use KeyCrmStock\Sync\Undo\UndoPlanStep;
use KeyCrmStock\Sync\Write\RefreshWriteStep;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;

final class PushPipelines {

	private static function rules( Services $services ): PushRules {
		return new PushRules( $services->settings, $services->warehouses, $services->availability_inputs, $services->changes, new StockPlaces( new StockLocations() ) );
	}

	private static function page( Services $services ): PushPage {
		return new PushPage( $services->catalogue, $services->translation_sets, $services->levels, self::rules( $services ) );
	}

	public static function undo_plan( Services $services ): UndoPlan {
		return new KeyCrmUndoPlan( self::page( $services ), self::log( $services ), $services->clock );
	}

	private static function log( Services $services ): PushLog {
		return new PushLog( $services->database, $services->changes, $services->clock );
	}

	private static function details( Services $services ): DetailsStep {
		return new DetailsStep(
			$services->settings,
			new DetailsCheckpoint( $services->options, $services->account( ... ) ),
			new DetailsComparison( new ChangedProducts( $services->database ), $services->catalogue, $services->levels, new ProductCards(), $services->offer_words ),
			$services->details_endpoint,
			$services->clock
		);
	}

	/** @return array<string, Pipeline> By RunMode value. */
	public static function all( Services $services ): array {
		$urgent  = static fn ( Step $step ): UrgentStep => new UrgentStep( $step, $services->limiter );
		$asker   = new MissingOffersReader( $services->offer_endpoint, new RetryPolicy() );
		$skus    = new ShopSkus( $services->catalogue, $services->translation_sets, $services->levels );
		$decider = self::rules( $services )->decider( ... );
		$page    = self::page( $services );
		$fresh   = new FreshLevels( $services->stock_endpoint, $asker, $services->levels, $services->warehouses );
		$log     = self::log( $services );
		$send    = new SendStep( $services->changes, $page, $fresh, $services->stock_endpoint, $log, $services->clock );
		$verify  = new ReadBackStep( $services->changes, $fresh, $services->levels, $services->dirty_offers, $log, $services->clock );
		$compare = array(
			RunPhase::Read->value  => RunPipelines::read( $services, $skus, $asker ),
			RunPhase::Gone->value  => RunPipelines::gone( $services, $skus, $asker ),
			RunPhase::Plan->value  => RunPipelines::watched( $services, RunPipelines::plan( $services, $decider ) ),
			RunPhase::Guard->value => RunPipelines::guard( $services ),
		);
		$sent    = array(
			RunPhase::Write->value  => $send,
			RunPhase::Verify->value => $verify,
		);
		$write   = array_replace( $sent, array( RunPhase::Write->value => RunPipelines::watched( $services, $send ) ) );
		// The sync after it counts orders, so the numbers that fill KeyCRM have to count them too.
		$orders = array( RunPhase::Orders->value => RunPipelines::orders( $services ) );
		return array(
			RunMode::Preview->value => new Pipeline( $compare ),
			RunMode::Sync->value    => new Pipeline( $compare + $write + array( RunPhase::Details->value => self::details( $services ) ) ),
			RunMode::Fill->value    => new Pipeline( $orders + $compare + array_replace( $write, array( RunPhase::Verify->value => new FillEndStep( $verify, $services->settings ) ) ) ),
			RunMode::Refresh->value => new Pipeline(
				array(
					RunPhase::Read->value   => $urgent( RunPipelines::refresh_read( $services, $asker, true ) ),
					RunPhase::Plan->value   => RunPipelines::watched( $services, RunPipelines::refresh_plan( $services, $decider ) ),
					RunPhase::Guard->value  => RunPipelines::guard( $services ),
					RunPhase::Write->value  => $urgent( RunPipelines::watched( $services, $send ) ),
					RunPhase::Verify->value => $urgent( new RefreshWriteStep( $verify, $services->dirty_offers ) ),
				)
			),
			RunMode::Undo->value    => new Pipeline( array( RunPhase::Plan->value => new UndoPlanStep( $services->changes, self::undo_plan( $services ), $services->clock ) ) + $sent ),
		);
	}
}
