<?php
/**
 * The wiring of runs that make products on the other side.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\Services;
use KeyCrmStock\Shop\Card\ProductCards;
use KeyCrmStock\Shop\Draft\DraftPicture;
use KeyCrmStock\Shop\Draft\DraftWriter;
use KeyCrmStock\Shop\Draft\ShopTerms;
use KeyCrmStock\Store\Change\CreationRows;
use KeyCrmStock\Store\Mismatch\MismatchTable;
use KeyCrmStock\Sync\Create\CreateGuardStep;
use KeyCrmStock\Sync\Create\CreatePlanStep;
use KeyCrmStock\Sync\Create\CreateWriteStep;
use KeyCrmStock\Sync\Create\CreationCheck;
use KeyCrmStock\Sync\Create\CreationLog;
use KeyCrmStock\Sync\Create\NewProducts;
use KeyCrmStock\Sync\Create\OfferLookup;
use KeyCrmStock\Sync\Create\ParentProducts;
use KeyCrmStock\Sync\Create\PlanSource;
use KeyCrmStock\Sync\Create\PortionSender;
use KeyCrmStock\Sync\Create\Sender;
use KeyCrmStock\Sync\Create\ShopSideOfCreation;
use KeyCrmStock\Sync\Draft\CrmWords;
use KeyCrmStock\Sync\Draft\DraftCheck;
use KeyCrmStock\Sync\Draft\DraftMaker;
use KeyCrmStock\Sync\Draft\DraftNumbers;
use KeyCrmStock\Sync\Draft\DraftRules;
use KeyCrmStock\Sync\Draft\DraftWriteStep;
use KeyCrmStock\Sync\Read\FreshLevels;
use KeyCrmStock\Sync\Read\MissingOffersReader;
use KeyCrmStock\Sync\Run\Pipeline;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Run\RunPhase;

final class Creations {

	public static function in_keycrm( Services $services ): Pipeline {
		$log    = self::log( $services );
		$shop   = new ShopSideOfCreation( $services->catalogue );
		$cards  = new ProductCards();
		$lookup = new OfferLookup( $services->offer_words );
		$new    = new NewProducts();
		$sender = new Sender( $services->product_endpoint );
		return new Pipeline(
			array(
				RunPhase::Plan->value  => self::plan( $services, new CreationCheck( $shop, $log, $services->changes, $cards, $lookup, $services->product_endpoint, $services->clock ) ),
				RunPhase::Guard->value => new CreateGuardStep( $services->run_table, $services->clock ),
				RunPhase::Write->value => new CreateWriteStep(
					$log,
					$shop,
					$lookup,
					new PortionSender( $cards, $new, new ParentProducts( $services->product_endpoint, $new, $sender, $log, $services->settings, $services->clock ), $sender, $log, $services->settings ),
					$services->fingerprint,
					$services->schedule,
					$services->clock
				),
			)
		);
	}

	public static function in_shop( Services $services ): Pipeline {
		$log   = self::log( $services );
		$words = new CrmWords( $services->offer_words );
		$fresh = new FreshLevels( $services->stock_endpoint, new MissingOffersReader( $services->offer_endpoint, new RetryPolicy() ), $services->levels, $services->warehouses );
		$maker = new DraftMaker(
			$words,
			$fresh,
			new DraftWriter( $services->database, $services->catalogue, $services->official ),
			new DraftNumbers( RunPipelines::matcher( $services ), $services->availability_inputs, $services->write_marks ),
			$log,
			$services->clock
		);
		return new Pipeline(
			array(
				RunPhase::Plan->value  => self::plan( $services, new DraftCheck( $log, $services->changes, $words, new DraftRules( $services->catalogue, $services->levels, $services->full_read, new ShopTerms() ), $services->clock ) ),
				RunPhase::Guard->value => new CreateGuardStep( $services->run_table, $services->clock ),
				RunPhase::Write->value => new DraftWriteStep( $log, $maker, new DraftPicture(), $services->changes, $services->fingerprint, $services->schedule, $services->clock ),
			)
		);
	}

	private static function plan( Services $services, PlanSource $source ): CreatePlanStep {
		return new CreatePlanStep(
			static fn (): ?Comparison => RestRoutes::lists( $services )->comparison(),
			new MismatchTable( $services->database ),
			$services->changes,
			$services->product_endpoint,
			$source,
			$services->fingerprint
		);
	}

	private static function log( Services $services ): CreationLog {
		return new CreationLog( $services->changes, new CreationRows( $services->database ), $services->dirty_offers, $services->clock );
	}
}
