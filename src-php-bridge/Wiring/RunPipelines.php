<?php
/**
 * The wiring of the phases of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Shop\Order\RecentOrders;
use KeyCrmStock\Store\Level\UnknownSkus;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Sync\Guard\Guard;
use KeyCrmStock\Sync\Guard\GuardStep;
use KeyCrmStock\Sync\Match\SkuMatcher;
use KeyCrmStock\Sync\Order\ChannelDetector;
use KeyCrmStock\Sync\Order\CrmOrderReader;
use KeyCrmStock\Sync\Order\CrmOrderRecorder;
use KeyCrmStock\Sync\Order\LocalOrderReader;
use KeyCrmStock\Sync\Order\OrdersStep;
use KeyCrmStock\Sync\Plan\PagePlanner;
use KeyCrmStock\Sync\Plan\PlanStep;
use KeyCrmStock\Sync\Read\FullListReader;
use KeyCrmStock\Sync\Read\MissingOffers;
use KeyCrmStock\Sync\Read\MissingOffersReader;
use KeyCrmStock\Sync\Read\MissingOffersStep;
use KeyCrmStock\Sync\Read\ReadStep;
use KeyCrmStock\Sync\Read\ShopOffersReader;
use KeyCrmStock\Sync\Read\ShopOffersSurvey;
use KeyCrmStock\Sync\Read\ShopSkus;
use KeyCrmStock\Sync\Run\Pipeline;
use KeyCrmStock\Sync\Run\SettingsWatch;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Undo\UndoPlanStep;
use KeyCrmStock\Sync\Undo\UndoTargets;
use KeyCrmStock\Sync\Write\FollowUps;
use KeyCrmStock\Sync\Write\Targets;
use KeyCrmStock\Sync\Write\WriteStep;
use KeyCrmStock\Sync\Write\WriteTargets;
use KeyCrmStock\Value\Run\RunPhase;

defined( 'ABSPATH' ) || exit;

final class RunPipelines {

	/** @return array<string, Step> By RunPhase value. */
	public static function of( Services $of ): array {
		$orders = self::orders( $of );
		$skus   = new ShopSkus( $of->catalogue, $of->sets, $of->levels );
		$look   = new MissingOffersReader( $of->offers, new RetryPolicy() );
		$follow_ups = new FollowUps( $of->run_table, $of->writer );
		$write  = static fn ( Targets $targets ): WriteStep => new WriteStep( $of->writer, $of->changes, $targets, $of->settings, $follow_ups, $of->repair, $of->clock );
		$watch  = static fn ( Step $step ): SettingsWatch => new SettingsWatch( $step, $of->fingerprint, $of->clock );
		return array(
			RunPhase::Orders->value  => $orders( RunPhase::Read ),
			RunPhase::Read->value    => self::read( $of, $skus, $look ),
			RunPhase::Gone->value    => new MissingOffersStep( new MissingOffers( $skus, new UnknownSkus( $of->database ), $of->whole_read, $of->settings, $of->clock ), $look, $of->levels, $of->marks ),
			RunPhase::Recheck->value => $orders( RunPhase::Plan ),
			RunPhase::Plan->value    => $watch( new Pipeline(
				new PlanStep(
					$of->catalogue,
					$of->shop,
					$of->changes,
					new SkuMatcher( $of->levels, $of->claims, $of->catalogue ),
					new PagePlanner( $of->sets, $of->changes, $of->terms, $of->stock_check, $of->clock )
				),
				new UndoPlanStep( $of->changes, $of->undo_page, $of->clock )
			) ),
			RunPhase::Guard->value   => $watch( new GuardStep( $of->run_table, new Guard(), $of->settings, $of->clock ) ),
			RunPhase::Write->value   => $watch( new Pipeline(
				$write( new WriteTargets( $of->catalogue, $of->levels, $of->marks, $of->terms, $of->fingerprint ) ),
				$write( new UndoTargets( $of->run_table, $of->changes, $of->undo_page ) )
			) ),
		);
	}

	private static function read( Services $of, ShopSkus $skus, MissingOffersReader $look ): ReadStep {
		return new ReadStep(
			$of->whole_read,
			new FullListReader( $of->stocks, $of->levels, $of->warehouses, $of->settings, $of->whole_read ),
			new ShopOffersSurvey( $skus, $of->settings ),
			new ShopOffersReader( $of->stocks, $look, $skus, $of->levels, $of->warehouses, $of->settings ),
			$of->clock
		);
	}

	/** @return \Closure( RunPhase ): OrdersStep Given the phase that follows. */
	private static function orders( Services $of ): \Closure {
		$notes   = new OrderLineTable( $of->database );
		$open    = new OpenOrders( $of->database );
		$recent  = new RecentOrders( $of->database );
		$numbers = new OrderNumbers( $of->database, $of->official );
		return static fn ( RunPhase $next ): OrdersStep => new OrdersStep(
			new ChannelDetector( $of->crm_orders, $recent, $numbers, $of->order_channel, $of->clock ),
			new CrmOrderReader( $of->crm_orders, $open, new CrmOrderRecorder( $numbers, $notes, $of->clock ), $of->order_looks, $of->clock ),
			new LocalOrderReader( $recent, $notes, $of->clock ),
			$of->settings,
			$of->order_holding,
			new RetryPolicy(),
			$next
		);
	}
}
