<?php
/**
 * Looks up the orders in KeyCRM that its messages have named.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Store\DirtyOrders;

/**
 * Which lines KeyCRM counts is stored where the order belongs to the shop's own channel: another channel may use the
 * same order numbers. The offers of any order become dirty, because each order moves stock.
 */
final class NamedOrderReader {

	public function __construct(
		private readonly OrderEndpoint $endpoint,
		private readonly DirtyOrders $orders,
		private readonly ChangedOrderMarker $marker,
		private readonly CrmOrderRecorder $recorder,
		private readonly OpenOrderModeChooser $mode,
		private readonly Clock $clock,
	) {}

	/**
	 * Asks for one order.
	 *
	 * @return bool Whether there was one to ask for.
	 * @throws WaitRequired
	 * @throws ApiException Where asking again may help; an order that cannot be read is given up.
	 * @throws DatabaseError
	 */
	public function read_next(): bool {
		if ( ! $this->marker->is_possible() ) {
			return false;
		}
		$next = $this->orders->next( 1 );
		$id   = array_key_first( $next );
		if ( null === $id ) {
			return false;
		}
		$asked = $this->clock->now_ms();
		try {
			$page = $this->endpoint->find( $id );
		} catch ( ApiException $error ) {
			if ( $error->is_retryable() || ! $error->was_sent() ) {
				throw $error;
			}
			// The next full sync finds what has changed. Asked for again and again, it would keep all later ones waiting.
			$this->orders->remove( $id, $next[ $id ] );
			throw $error;
		}
		if ( null === $page ) {
			$this->marker->mark( array(), array( $id ) );
			$this->recorder->note_deleted( $id, $asked );
		} else {
			$hold = $this->mode->current();
			if ( OpenOrderMode::KeyCrmOrders === $hold->mode && $page->orders[0]->source_id === $hold->source_id ) {
				$this->recorder->note( $page );
			}
			$this->marker->mark( $page->orders, array() );
		}
		$this->orders->remove( $id, $next[ $id ] );
		return true;
	}
}
