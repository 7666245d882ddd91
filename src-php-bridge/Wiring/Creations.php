<?php
/**
 * The wiring of runs that make products on the other side.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Wiring;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Services;
use KeyCrmStock\Shop\Card\ProductCards;
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
use KeyCrmStock\Sync\Create\PortionSender;
use KeyCrmStock\Sync\Create\Sender;
use KeyCrmStock\Sync\Create\ShopSideOfCreation;
use KeyCrmStock\Sync\Run\Pipeline;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Run\RunPhase;

final class Creations {

	public static function in_keycrm( Services $services ): Pipeline {
		$log    = new CreationLog( $services->changes, new CreationRows( $services->database ), $services->dirty_offers, $services->clock );
		$shop   = new ShopSideOfCreation( $services->catalogue );
		$cards  = new ProductCards();
		$lookup = new OfferLookup( $services->offer_words );
		$new    = new NewProducts();
		$sender = new Sender( $services->product_endpoint );
		return new Pipeline(
			array(
				RunPhase::Plan->value  => new CreatePlanStep(
					static fn (): ?Comparison => RestRoutes::lists( $services )->comparison(),
					new MismatchTable( $services->database ),
					$services->changes,
					$services->product_endpoint,
					new CreationCheck( $shop, $log, $services->changes, $cards, $lookup, $services->product_endpoint ),
					$services->fingerprint,
					$services->clock
				),
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
}
