<?php
/**
 * Keeps what a look at KeyCRM's orders has found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Order\OrderPage;
use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Shop\Order\OrderNumbers;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Value\Order\OrderLookEnd;

final class OrderFindings {

	public function __construct(
		private readonly OrderNumbers $numbers,
		private readonly OrderNotes $notes,
		private readonly Clock $clock,
	) {}

	/** @param int $sent_ms When the page was asked for. */
	public function note( OrderPage $page, int $sent_ms ): void {
		$received = $this->clock->now_ms();
		$ids      = $this->numbers->matched( $page->orders );
		$ours     = array();
		foreach ( $page->orders as $order ) {
			if ( isset( $ids[ $order->id ] ) ) {
				$ours[] = array( $ids[ $order->id ], $order );
			}
		}
		$this->notes->store( HoldMode::KeyCrmOrders->value, $ours, $sent_ms, $received );
		if ( array() !== $page->news ) {
			Hooks::line_statuses( $page->news );
		}
	}

	public function note_look( OrderLookEnd $look ): void {
		$this->notes->note_look( HoldMode::KeyCrmOrders->value, $look );
	}

	/** What a whole look that began then has not seen is no longer there. */
	public function forget_unseen( int $began_ms ): void {
		$this->notes->forget_unseen( HoldMode::KeyCrmOrders->value, $began_ms );
	}

	/** After another account or channel has been chosen. */
	public function forget(): void {
		$this->notes->clear( HoldMode::KeyCrmOrders->value );
	}
}
