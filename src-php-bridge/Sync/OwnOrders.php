<?php
/**
 * Recognises the shop's own orders among KeyCRM's.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\OrderNumbers;
use KeyCrmStock\Shop\RecentOrders;
use KeyCrmStock\Value\CrmOrder;
use KeyCrmStock\Value\CrmOrderLine;

final class OwnOrders {

	private const NEWEST = 5;

	public function __construct(
		private readonly RecentOrders $orders,
		private readonly OrderNumbers $numbers,
	) {}

	/** @return array<int, list<string>> SKUs by order id, newest first. */
	public function newest( int $since_ms ): array {
		return $this->orders->newest_skus( $since_ms, self::NEWEST );
	}

	/**
	 * @param list<CrmOrder>           $found
	 * @param array<int, list<string>> $newest SKUs by order id.
	 * @return ?int The channel of the first that is surely one of the newest orders.
	 */
	public function source( array $found, array $newest ): ?int {
		$ids = $this->numbers->orders_of( array_map( static fn ( CrmOrder $order ): string => $order->uuid, $found ) );
		foreach ( $found as $order ) {
			$skus  = array_map( static fn ( CrmOrderLine $line ): string => $line->sku, $order->lines );
			$known = $newest[ $ids[ '#' . $order->uuid ] ?? 0 ] ?? array();
			if ( array() !== array_intersect( $skus, $known ) ) {
				return $order->source_id;
			}
		}
		return null;
	}
}
