<?php
/**
 * Learns from the shop itself which orders KeyCRM counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\HoldOrdersSettings;
use KeyCrmStock\Shop\RecentOrders;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;

/**
 * Notes the time at which a mark or a status was first seen: only levels that are read later have the
 * order in them.
 */
final class LocalLook {

	private const PAGE = 2000;

	public function __construct(
		private readonly RecentOrders $orders,
		private readonly OrderNotes $notes,
		private readonly Clock $clock,
	) {}

	/** A page of orders; the run goes on to $next after the last. */
	public function advance( Run $run, HoldOrdersSettings $hold, RunPhase $next ): Run {
		$now    = $this->clock->now_ms();
		$after  = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$orders = $this->orders->page( $hold->oldest_ms( $now ), $after, self::PAGE );
		if ( array() === $orders ) {
			return $run->at( $next );
		}
		$last  = $orders[ count( $orders ) - 1 ]['id'];
		$known = $this->notes->whole( $hold->mode->value, $after + 1, $last );
		// Whoever chooses this way today has orders that were sent long ago, not just now.
		$first = is_int( $run->cursor['first'] ?? null ) ? $run->cursor['first'] : (int) ( 0 === $after && ! $this->notes->has( $hold->mode->value ) );
		$count = $this->counted( $orders, $hold, 1 === $first ? null : $now );
		$this->notes->store_whole( $hold->mode->value, array_diff_key( $count, array_flip( $known ) ), $now );
		$this->notes->forget( $hold->mode->value, array_values( array_diff( $known, array_keys( $count ) ) ) );
		return $run->with(
			cursor: array(
				'after_id' => $last,
				'first'    => $first,
			)
		);
	}

	/**
	 * @param list<array{id: int, created_ms: int, status: string, is_sent: bool}> $orders
	 * @param int|null                                                             $now_ms Null: as long ago as the order.
	 * @return array<int, int> When KeyCRM will have counted them for sure, by order id.
	 */
	private function counted( array $orders, HoldOrdersSettings $hold, ?int $now_ms ): array {
		$ids     = array_column( $orders, 'id' );
		$counted = match ( $hold->mode ) {
			HoldMode::PluginMarks => array_column( array_filter( $orders, static fn ( array $order ): bool => $order['is_sent'] ), 'id' ),
			HoldMode::Statuses => array_column( array_filter( $orders, static fn ( array $order ): bool => ! in_array( $order['status'], $hold->statuses, true ) ), 'id' ),
			/**
			 * The shop's orders that KeyCRM counts by now, reserved or written off.
			 *
			 * @param list<int> $counted   None, unless an earlier callback says so.
			 * @param list<int> $order_ids Those in question.
			 */
			default => array_intersect( $ids, array_map( 'intval', (array) apply_filters( 'keycrm_stock_counted_orders', array(), $ids ) ) ),
		};
		$grace = HoldMode::PluginMarks === $hold->mode ? $hold->grace_minutes * 60_000 : 0;
		$made  = array_column( $orders, 'created_ms', 'id' );
		$times = array();
		foreach ( $counted as $id ) {
			$times[ $id ] = ( $now_ms ?? $made[ $id ] ) + $grace;
		}
		return $times;
	}
}
