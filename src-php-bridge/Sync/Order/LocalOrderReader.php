<?php
/**
 * Learns from the shop itself which orders KeyCRM counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Hooks;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Shop\Order\RecentOrders;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Order\OrderReadResult;
use KeyCrmStock\Value\Run\Run;

/**
 * Stores when a mark or a status was first seen: only levels that are read later are sure to contain the order. An order
 * that has taken nothing from stock is never stored, because if it were paid a moment later, it would hold nothing.
 */
final class LocalOrderReader {

	private const PAGE = 2000;

	public function __construct(
		private readonly RecentOrders $orders,
		private readonly OrderLineTable $notes,
		private readonly Clock $clock,
	) {}

	/**
	 * Goes through one page of orders.
	 *
	 * @throws DatabaseError
	 */
	public function advance( Run $run, OpenOrderSettings $hold ): StepResult {
		$now    = $this->clock->now_ms();
		$after  = is_int( $run->cursor['after_id'] ?? null ) ? $run->cursor['after_id'] : 0;
		$orders = $this->orders->page( $hold->oldest_ms( $now ), $after, self::PAGE );
		$is_end = array() === $orders;
		$last   = $is_end ? PHP_INT_MAX : $orders[ count( $orders ) - 1 ]['id'];
		$known  = $this->notes->whole( $hold->mode->value, $after + 1, $last );
		// If the owner has just chosen this mode, the shop's orders were sent long ago and not just now.
		$first = is_int( $run->cursor['first'] ?? null ) ? $run->cursor['first'] : (int) ( 0 === $after && ! $this->notes->has( $hold->mode->value ) );
		$count = $this->counted( $orders, $hold, 1 === $first ? null : $now );
		$this->notes->store_whole( $hold->mode->value, array_diff_key( $count, array_flip( $known ) ), $now );
		$this->notes->forget( $hold->mode->value, array_values( array_diff( $known, array_keys( $count ) ) ) );
		if ( $is_end ) {
			// Rows are deleted with age. This one stays and says that the mode is not new.
			$this->notes->note_read( $hold->mode->value, new OrderReadResult( 0, $now ) );
			return StepResult::done( $run );
		}
		return StepResult::more(
			$run->with(
				cursor: array(
					'after_id' => $last,
					'first'    => $first,
				)
			)
		);
	}

	/**
	 * @param list<array{id: int, created_ms: int, status: string, is_sent: bool}> $orders
	 * @param int|null                                                             $now_ms Null: counted since the order was made.
	 * @return array<int, int> When KeyCRM will have counted them for sure, by order id.
	 */
	private function counted( array $orders, OpenOrderSettings $hold, ?int $now_ms ): array {
		$counted = match ( $hold->mode ) {
			OpenOrderMode::PluginMarks => array_column( array_filter( $orders, static fn ( array $order ): bool => $order['is_sent'] ), 'id' ),
			OpenOrderMode::Statuses => array_column( array_filter( $orders, static fn ( array $order ): bool => $hold->counts_in( $order['status'] ) ), 'id' ),
			default => Hooks::counted_orders( array_column( $orders, 'id' ) ),
		};
		$grace = OpenOrderMode::PluginMarks === $hold->mode ? $hold->grace_minutes * 60_000 : 0;
		$made  = array_column( $orders, 'created_ms', 'id' );
		$times = array();
		foreach ( $counted as $id ) {
			$times[ $id ] = ( $now_ms ?? $made[ $id ] ) + $grace;
		}
		return $times;
	}
}
