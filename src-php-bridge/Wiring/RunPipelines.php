<?php
/**
 * The wiring of the phases of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Shop\Order\RecentOrders;
use KeyCrmStock\Store\Change\RecentLosses;
use KeyCrmStock\Store\Level\UnknownSkus;
use KeyCrmStock\Store\Option\ChangedOrdersCheckpoint;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Sync\Guard\Guard;
use KeyCrmStock\Sync\Guard\GuardStep;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Order\ChangedOrderMarker;
use KeyCrmStock\Sync\Order\ChangedOrderReader;
use KeyCrmStock\Sync\Order\ChannelDetector;
use KeyCrmStock\Sync\Order\CrmOrderReader;
use KeyCrmStock\Sync\Order\CrmOrderRecorder;
use KeyCrmStock\Sync\Order\LocalOrderReader;
use KeyCrmStock\Sync\Order\NamedOrderReader;
use KeyCrmStock\Sync\Order\OrdersStep;
use KeyCrmStock\Sync\Order\RecheckStep;
use KeyCrmStock\Sync\Plan\PagePlanner;
use KeyCrmStock\Sync\Plan\PlanStep;
use KeyCrmStock\Sync\Plan\RefreshPlanStep;
use KeyCrmStock\Sync\Read\FullListReader;
use KeyCrmStock\Sync\Read\MissingOffers;
use KeyCrmStock\Sync\Read\MissingOffersReader;
use KeyCrmStock\Sync\Read\MissingOffersStep;
use KeyCrmStock\Sync\Read\OfferTotals;
use KeyCrmStock\Sync\Read\ReadStep;
use KeyCrmStock\Sync\Read\RefreshReadStep;
use KeyCrmStock\Sync\Read\ShopOffersReader;
use KeyCrmStock\Sync\Read\ShopOffersSurvey;
use KeyCrmStock\Sync\Read\ShopSkus;
use KeyCrmStock\Sync\Run\ChangedOrders;
use KeyCrmStock\Sync\Run\Pipeline;
use KeyCrmStock\Sync\Run\Pipelines;
use KeyCrmStock\Sync\Run\SettingsWatch;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\UrgentStep;
use KeyCrmStock\Sync\Undo\ShopUndoPlan;
use KeyCrmStock\Sync\Undo\UndoPlan;
use KeyCrmStock\Sync\Undo\UndoPlanStep;
use KeyCrmStock\Sync\Undo\UndoTargets;
use KeyCrmStock\Sync\Write\FollowUps;
use KeyCrmStock\Sync\Write\RefreshWriteStep;
use KeyCrmStock\Sync\Write\StockTargets;
use KeyCrmStock\Sync\Write\SyncTargets;
use KeyCrmStock\Sync\Write\WriteStep;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class RunPipelines {

	public static function all( Services $services ): Pipelines {
		return new Pipelines(
			array(
				Side::Shop->value   => self::shop( $services ) + array( RunMode::CreateInShop->value => Creations::in_shop( $services ) ),
				Side::KeyCrm->value => PushPipelines::all( $services ) + array( RunMode::CreateInKeyCrm->value => Creations::in_keycrm( $services ) ),
			),
			$services->settings,
			$services->change_times
		);
	}

	/** @return array<string, Pipeline> Runs that write the shop's quantities, by RunMode value. */
	private static function shop( Services $services ): array {
		$watched  = static fn ( Step $step ): SettingsWatch => self::watched( $services, $step );
		$urgent   = static fn ( Step $step ): UrgentStep => new UrgentStep( $step, $services->limiter );
		$skus     = new ShopSkus( $services->catalogue, $services->translation_sets, $services->levels );
		$asker    = new MissingOffersReader( $services->offer_endpoint, new RetryPolicy() );
		$orders   = self::orders( $services );
		$decider  = static fn ( array $ids, Run $run ): Decider => Decider::for_shop( $services->availability_inputs->for_products( array_values( $ids ) ), $run->id );
		$guard    = self::guard( $services );
		$write    = self::write( $services, static fn ( array $page, string $settings ): StockTargets => self::sync_targets( $services, $page, $settings ) );
		$compared = array(
			RunPhase::Orders->value  => $orders,
			RunPhase::Read->value    => self::read( $services, $skus, $asker ),
			RunPhase::Gone->value    => self::gone( $services, $skus, $asker ),
			RunPhase::Recheck->value => $orders,
			RunPhase::Plan->value    => $watched( self::plan( $services, $decider ) ),
			RunPhase::Guard->value   => $guard,
		);
		return array(
			RunMode::Preview->value => new Pipeline( $compared ),
			RunMode::Sync->value    => new Pipeline( $compared + array( RunPhase::Write->value => $watched( $write ) ) ),
			RunMode::Refresh->value => self::refresh( $services, $urgent( $orders ), $urgent( new RecheckStep( $orders ) ), $guard, $write, $decider ),
			// Settings do not decide the numbers of an undo, so it is not watched.
			RunMode::Undo->value    => new Pipeline(
				array(
					RunPhase::Plan->value  => new UndoPlanStep( $services->changes, self::undo_plan( $services ), $services->clock ),
					RunPhase::Write->value => self::write( $services, static fn ( array $page ): StockTargets => UndoTargets::for_page( $page, $services->run_table, $services->changes, $services->undo_items ) ),
				)
			),
		);
	}

	/**
	 * What KeyCRM counts must be known before the levels are read, or an order is subtracted twice until the next sync. And
	 * only orders that were read after a level let it raise a number.
	 *
	 * @param \Closure( list<int>, Run ): Decider $decider
	 */
	private static function refresh( Services $services, Step $orders, Step $recheck, Step $guard, Step $write, \Closure $decider ): Pipeline {
		return new Pipeline(
			array(
				RunPhase::Orders->value  => $orders,
				RunPhase::Read->value    => new UrgentStep( self::refresh_read( $services, new MissingOffersReader( $services->offer_endpoint, new RetryPolicy() ) ), $services->limiter ),
				RunPhase::Recheck->value => $recheck,
				RunPhase::Plan->value    => self::watched( $services, self::refresh_plan( $services, $decider ) ),
				RunPhase::Guard->value   => $guard,
				RunPhase::Write->value   => self::watched( $services, new RefreshWriteStep( $write, $services->dirty_offers ) ),
			)
		);
	}

	public static function watched( Services $services, Step $step ): SettingsWatch {
		return new SettingsWatch( $step, $services->fingerprint, $services->clock );
	}

	public static function guard( Services $services ): SettingsWatch {
		return self::watched( $services, new GuardStep( $services->run_table, new RecentLosses( $services->database ), new Guard(), $services->settings, $services->change_times, $services->clock ) );
	}

	public static function gone( Services $services, ShopSkus $skus, MissingOffersReader $asker ): MissingOffersStep {
		return new MissingOffersStep( new MissingOffers( $skus, new UnknownSkus( $services->database ), $services->full_read, $services->settings, $services->clock ), $asker, $services->levels, $services->write_marks );
	}

	public static function refresh_read( Services $services, MissingOffersReader $asker, bool $sales_first = false ): RefreshReadStep {
		return new RefreshReadStep( $services->dirty_offers, $services->stock_endpoint, $asker, $services->levels, $services->warehouses, new OfferTotals( $services->levels, $services->settings ), $services->full_read, $sales_first );
	}

	public static function read( Services $services, ShopSkus $skus, MissingOffersReader $asker ): ReadStep {
		return new ReadStep(
			$services->full_read,
			new FullListReader( $services->stock_endpoint, $services->levels, $services->warehouses, $services->settings, $services->full_read ),
			new ShopOffersSurvey( $skus, $services->settings ),
			new ShopOffersReader( $services->stock_endpoint, $asker, $skus, $services->levels, $services->warehouses, new OfferTotals( $services->levels, $services->settings ) ),
			$services->clock
		);
	}

	public static function changed_orders( Services $services ): ChangedOrders {
		$lines  = new OrderLineTable( $services->database );
		$marker = new ChangedOrderMarker( $services->order_endpoint, $lines, $services->dirty_offers, new ChangedOrdersCheckpoint( $services->options, $services->account( ... ) ), $services->full_read, $services->clock );
		$named  = new NamedOrderReader( $services->order_endpoint, $services->dirty_orders, $marker, new CrmOrderRecorder( new OrderNumbers( $services->database, $services->official ), $lines, $services->clock ), $services->open_order_mode, $services->clock );
		return new ChangedOrderReader( $named, $marker, $services->clock );
	}

	public static function orders( Services $services ): OrdersStep {
		$recent  = new RecentOrders( $services->database );
		$numbers = new OrderNumbers( $services->database, $services->official );
		return new OrdersStep(
			new ChannelDetector( $services->order_endpoint, $recent, $numbers, $services->order_channel, $services->clock ),
			self::crm_reader( $services ),
			self::local_reader( $services ),
			$services->settings,
			$services->open_order_mode,
			new RetryPolicy()
		);
	}

	public static function crm_reader( Services $services ): CrmOrderReader {
		$recorder = new CrmOrderRecorder( new OrderNumbers( $services->database, $services->official ), new OrderLineTable( $services->database ), $services->clock );
		return new CrmOrderReader( $services->order_endpoint, new OpenOrders( $services->database ), $recorder, $services->order_reads, $services->clock );
	}

	public static function local_reader( Services $services ): LocalOrderReader {
		return new LocalOrderReader( new RecentOrders( $services->database ), new OrderLineTable( $services->database ), $services->clock );
	}

	public static function undo_plan( Services $services ): UndoPlan {
		return new ShopUndoPlan( $services->undo_items, $services->clock );
	}

	/** @param \Closure( list<int>, Run ): Decider $decider Given the products of a page. */
	public static function plan( Services $services, \Closure $decider ): PlanStep {
		return new PlanStep( $services->catalogue, $services->shop_stock_settings, $services->changes, self::matcher( $services ), self::page_planner( $services, $decider ) );
	}

	/** @param \Closure( list<int>, Run ): Decider $decider Given the products of a page. */
	public static function refresh_plan( Services $services, \Closure $decider ): RefreshPlanStep {
		return new RefreshPlanStep( $services->dirty_offers, $services->full_read, $services->changes, self::matcher( $services ), self::page_planner( $services, $decider ) );
	}

	public static function matcher( Services $services ): SkuMatcher {
		return new SkuMatcher( $services->levels, $services->matches, $services->catalogue );
	}

	/** @param \Closure( list<int>, Run ): Decider $decider */
	private static function page_planner( Services $services, \Closure $decider ): PagePlanner {
		return new PagePlanner( $services->translation_sets, $services->changes, $decider, $services->stock_check, $services->clock );
	}

	/**
	 * @param non-empty-list<Change> $page     Planned changes of one run.
	 * @param string                 $settings Fingerprint of the settings of the plan.
	 */
	public static function sync_targets( Services $services, array $page, string $settings ): StockTargets {
		return SyncTargets::for_page( $page, $settings, $services->catalogue, $services->levels, $services->write_marks, $services->availability_inputs, $services->fingerprint );
	}

	/** @param \Closure( non-empty-list<Change>, string ): StockTargets $targets */
	private static function write( Services $services, \Closure $targets ): WriteStep {
		return new WriteStep( $services->writer, $services->changes, $targets, $services->settings, new FollowUps( $services->run_table, $services->writer ), $services->status_repairer, $services->clock );
	}
}
