<?php
/**
 * Leaves offers to a refresh.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Sync\Webhook\WakeUp;
use KeyCrmStock\Value\Run\RunTrigger;

final class RefreshQueue {

	public function __construct(
		private readonly DirtyOffers $offers,
		private readonly WakeUp $wake_up,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<PlannedProduct> $products Those that are to be done later are taken in.
	 * @param int                  $run_id   The run that has read their levels.
	 * @throws DatabaseError
	 */
	public function add( array $products, int $run_id, RunTrigger $trigger ): void {
		$offers = array();
		$read   = array();
		foreach ( $products as $planned ) {
			if ( $planned->is_later ) {
				$offers[] = array(
					'offer_id' => $planned->decision->offer_id ?? 0,
					'sku'      => $planned->product->sku,
				);
				array_push( $read, ...( null === $planned->decision->offer_id ? array() : array( $planned->decision->offer_id ) ) );
			}
		}
		if ( array() !== $offers ) {
			$this->offers->mark( $offers, $this->clock->now_ms() );
			$this->offers->note_read( $read, $run_id );
			// The marks are stored. If the refresh cannot be started now, cron starts it.
			$this->wake_up->wake_after_answer( $trigger );
		}
	}
}
