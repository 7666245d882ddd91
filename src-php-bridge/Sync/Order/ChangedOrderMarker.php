<?php
/**
 * Marks the offers in KeyCRM's orders that have changed, so that a refresh reads them.
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
use KeyCrmStock\KeyCrm\Order\OrderPage;
use KeyCrmStock\KeyCrm\Order\OrderQuery;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Option\ChangedOrdersCheckpoint;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Value\Order\ChangedOrdersRead;
use KeyCrmStock\Value\Order\CrmOrder;

/**
 * A sale anywhere (in the shop, on a marketplace, by telephone) is an order in KeyCRM, so its list of changed orders
 * tells which offers have moved, for one request. Receipts, inventories and lines that were taken out of an order of
 * another channel are not in it; the next full sync finds them.
 */
final class ChangedOrderMarker {

	/** Clocks differ, and a list moves while it is read. So each read begins this much before the end of the last one. */
	private const OVERLAP_MS = 15 * 60_000;

	/** KeyCRM's times are whole seconds: an order that has just changed may change again within the same one. */
	private const SETTLED_MS = 60_000;

	public function __construct(
		private readonly OrderEndpoint $orders,
		private readonly OrderLineTable $known_lines,
		private readonly DirtyOffers $offers,
		private readonly ChangedOrdersCheckpoint $checkpoint,
		private readonly FullReadCheckpoint $full_read,
		private readonly Clock $clock,
	) {}

	/** Before the first full sync, which reads everything, nothing may be written. */
	public function is_possible(): bool {
		return null !== $this->full_read->last();
	}

	/**
	 * Reads the next page of the orders that have changed since the last read, or since the first full sync began.
	 *
	 * @return bool Whether there is another page.
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	public function read_page(): bool {
		$full = $this->full_read->last();
		if ( null === $full ) {
			return false; // Nothing may be written before the first full sync, which reads everything.
		}
		$now  = $this->clock->now_ms();
		$read = $this->checkpoint->last() ?? new ChangedOrdersRead( $full->started_at - self::OVERLAP_MS );
		$read = 0 === $read->started_ms ? new ChangedOrdersRead( $read->since_ms, 1, $now, 0, $read->seen ) : $read;
		$page = $this->orders->page( OrderQuery::changed_anywhere( $read->since_ms, $read->page, $now ) );
		$news = array_filter( $page->orders, static fn ( CrmOrder $order ): bool => ( $read->seen[ $order->id ] ?? 0 ) !== $order->updated_at );
		$this->mark( array_values( $news ), array() );
		$next = $this->after( $read, $page );
		$this->checkpoint->note( $next );
		return 1 !== $next->page;
	}

	/**
	 * @param list<CrmOrder> $orders
	 * @param list<int>      $deleted Ids of orders that KeyCRM has no longer.
	 * @throws DatabaseError
	 */
	public function mark( array $orders, array $deleted ): void {
		$ids  = array( ...$deleted, ...array_map( static fn ( CrmOrder $order ): int => $order->id, $orders ) );
		$skus = array() === $ids ? array() : $this->known_lines->skus( $ids );
		foreach ( $orders as $order ) {
			foreach ( $order->lines as $line ) {
				$skus[] = $line->sku;
			}
		}
		$skus = array_values( array_unique( array_filter( $skus, static fn ( string $sku ): bool => '' !== $sku ), SORT_STRING ) );
		if ( array() !== $skus ) {
			$offers = array_map(
				static fn ( string $sku ): array => array(
					'offer_id' => 0,
					'sku'      => $sku,
				),
				$skus
			);
			$this->offers->mark( $offers, $this->clock->now_ms() );
		}
	}

	private function after( ChangedOrdersRead $read, OrderPage $page ): ChangedOrdersRead {
		$newest = $read->newest_ms;
		$seen   = $read->seen;
		foreach ( $page->orders as $order ) {
			$newest = max( $newest, $order->updated_at );
			if ( $page->sent_at - $order->updated_at > self::SETTLED_MS ) {
				$seen[ $order->id ] = $order->updated_at;
			}
		}
		if ( $read->page < $page->last_page ) {
			return new ChangedOrdersRead( $read->since_ms, $read->page + 1, $read->started_ms, $newest, $seen );
		}
		// If our clock runs ahead, changes must not be skipped. So the time is never later than the newest change that KeyCRM has shown.
		$since = max( $read->since_ms, min( $read->started_ms, $newest ) - self::OVERLAP_MS );
		return new ChangedOrdersRead( $since, seen: array_filter( $seen, static fn ( int $changed ): bool => $changed >= $since ) );
	}
}
