<?php
/**
 * The wiring of the phases of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Shop\Order\RecentOrders;
use KeyCrmStock\Store\Level\AskedSkus;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Sync\Claims;
use KeyCrmStock\Sync\FollowUps;
use KeyCrmStock\Sync\Guard;
use KeyCrmStock\Sync\GuardStep;
use KeyCrmStock\Sync\LocalLook;
use KeyCrmStock\Sync\MissingOffers;
use KeyCrmStock\Sync\OrderFindings;
use KeyCrmStock\Sync\OrderLook;
use KeyCrmStock\Sync\OrderSearch;
use KeyCrmStock\Sync\OrdersStep;
use KeyCrmStock\Sync\OwnList;
use KeyCrmStock\Sync\OwnSkus;
use KeyCrmStock\Sync\OwnSurvey;
use KeyCrmStock\Sync\PlanPage;
use KeyCrmStock\Sync\PlanStep;
use KeyCrmStock\Sync\ReadStep;
use KeyCrmStock\Sync\SecondLook;
use KeyCrmStock\Sync\SecondLookStep;
use KeyCrmStock\Sync\SettingsWatch;
use KeyCrmStock\Sync\Step;
use KeyCrmStock\Sync\StepByMode;
use KeyCrmStock\Sync\Targets;
use KeyCrmStock\Sync\UndoPlanStep;
use KeyCrmStock\Sync\UndoTargets;
use KeyCrmStock\Sync\WholeList;
use KeyCrmStock\Sync\WriteStep;
use KeyCrmStock\Sync\WriteTargets;
use KeyCrmStock\Value\Run\RunPhase;

defined( 'ABSPATH' ) || exit;

final class Steps {

	/** @return array<string, Step> By RunPhase value. */
	public static function of( Services $of ): array {
		$orders = self::orders( $of );
		$skus   = new OwnSkus( $of->catalogue, $of->sets, $of->levels );
		$look   = new SecondLook( $of->reader, new RetryPolicy() );
		$follow_ups = new FollowUps( $of->run_table, $of->writer );
		$write  = static fn ( Targets $targets ): WriteStep => new WriteStep( $of->writer, $of->changes, $targets, $of->settings, $follow_ups, $of->repair, $of->clock );
		$watch  = static fn ( Step $step ): SettingsWatch => new SettingsWatch( $step, $of->fingerprint, $of->clock );
		return array(
			RunPhase::Orders->value  => $orders( RunPhase::Read ),
			RunPhase::Read->value    => self::read( $of, $skus, $look ),
			RunPhase::Gone->value    => new SecondLookStep( new MissingOffers( $skus, new AskedSkus( $of->database ), $of->whole_read, $of->settings, $of->clock ), $look, $of->levels, $of->marks ),
			RunPhase::Recheck->value => $orders( RunPhase::Plan ),
			RunPhase::Plan->value    => $watch( new StepByMode(
				new PlanStep(
					$of->catalogue,
					$of->shop,
					$of->changes,
					new Claims( $of->levels, $of->claims, $of->catalogue ),
					new PlanPage( $of->sets, $of->changes, $of->terms, $of->stock_check, $of->clock )
				),
				new UndoPlanStep( $of->changes, $of->undo_page, $of->clock )
			) ),
			RunPhase::Guard->value   => $watch( new GuardStep( $of->run_table, new Guard(), $of->settings, $of->clock ) ),
			RunPhase::Write->value   => $watch( new StepByMode(
				$write( new WriteTargets( $of->catalogue, $of->levels, $of->marks, $of->terms, $of->fingerprint ) ),
				$write( new UndoTargets( $of->run_table, $of->changes, $of->undo_page ) )
			) ),
		);
	}

	private static function read( Services $of, OwnSkus $skus, SecondLook $look ): ReadStep {
		return new ReadStep(
			$of->whole_read,
			new WholeList( $of->reader, $of->levels, $of->warehouses, $of->settings, $of->whole_read ),
			new OwnSurvey( $skus, $of->settings ),
			new OwnList( $of->reader, $look, $skus, $of->levels, $of->warehouses, $of->settings ),
			$of->clock
		);
	}

	/** @return \Closure( RunPhase ): OrdersStep Given the phase that follows. */
	private static function orders( Services $of ): \Closure {
		$notes   = new OrderNotes( $of->database );
		$open    = new OpenOrders( $of->database );
		$recent  = new RecentOrders( $of->database );
		$numbers = new OrderNumbers( $of->database, $of->official );
		return static fn ( RunPhase $next ): OrdersStep => new OrdersStep(
			new OrderSearch( $of->orders, $recent, $numbers, $of->order_channel, $of->clock ),
			new OrderLook( $of->orders, $open, new OrderFindings( $numbers, $notes, $of->clock ), $of->order_looks, $of->clock ),
			new LocalLook( $recent, $notes, $of->clock ),
			$of->settings,
			$of->order_holding,
			new RetryPolicy(),
			$next
		);
	}
}
