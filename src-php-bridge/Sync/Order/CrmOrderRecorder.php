<?php
/**
 * Stores what a read of KeyCRM's orders has found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Order\OrderPage;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Value\Order\OrderReadResult;

final class CrmOrderRecorder {

	public function __construct(
		private readonly OrderNumbers $numbers,
		private readonly OrderLineTable $notes,
		private readonly Clock $clock,
	) {}

	public function note( OrderPage $page ): void {
		$received = $this->clock->now_ms();
		$ids      = $this->numbers->matched( $page->orders );
		$ours     = array();
		foreach ( $page->orders as $order ) {
			if ( isset( $ids[ $order->id ] ) ) {
				$ours[] = array( $ids[ $order->id ], $order );
			}
		}
		$this->notes->store( OpenOrderMode::KeyCrmOrders->value, $ours, $page->sent_at, $received );
		if ( array() !== $page->unknown_statuses ) {
			Hooks::line_statuses( $page->unknown_statuses );
		}
	}

	/** KeyCRM has deleted the order, so it counts none of its lines any more. */
	public function note_deleted( int $crm_order_id, int $asked_ms ): void {
		$this->notes->note_deleted( OpenOrderMode::KeyCrmOrders->value, $crm_order_id, $asked_ms );
	}

	public function note_read( OrderReadResult $read ): void {
		$this->notes->note_read( OpenOrderMode::KeyCrmOrders->value, $read );
	}

	/** Forgets orders that a read of all orders, begun then, has not seen: they no longer exist. */
	public function forget_unseen( int $began_ms ): void {
		$this->notes->forget_unseen( OpenOrderMode::KeyCrmOrders->value, $began_ms );
	}

	/** Called when another account or channel was chosen. */
	public function forget(): void {
		$this->notes->clear( OpenOrderMode::KeyCrmOrders->value );
	}
}
