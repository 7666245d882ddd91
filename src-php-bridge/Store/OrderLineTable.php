<?php
/**
 * What is known of how KeyCRM deals with the shop's orders.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Order\CrmOrder;
use KeyCrmStock\Value\Order\KnownOrders;
use KeyCrmStock\Value\Order\LineState;
use KeyCrmStock\Value\Order\OrderLineStatus;
use KeyCrmStock\Value\Order\OrderReadResult;
use KeyCrmStock\Value\Stock\Sku;

/**
 * One row for each line of an order in KeyCRM, or for a whole order of the shop, under the mode (`way`) in which
 * it was learnt. It holds numbers, SKUs and times, and nothing about a person. A row is replaced only by the
 * answer to a request that was sent later. If a line has vanished from its order, the row stays with quantity 0,
 * so that a late answer cannot bring it back.
 */
final class OrderLineTable {

	/** Status of a row about a whole order. */
	private const WHOLE = 'whole';

	/**
	 * Marks the row that is the checkpoint "orders looked at until". It belongs to no order: `crm_order_id` is the sales
	 * channel, and `seen_at` is when the last completed read began. All of KeyCRM's orders were read up to then.
	 */
	private const LOOK     = 'look';
	private const NO_ORDER = 0;

	/**
	 * An order that is cancelled in KeyCRM is often cancelled in the shop soon after, and WooCommerce then gives its
	 * pieces back itself. They stay subtracted for this long; otherwise they would be given back twice.
	 */
	private const CANCELLED_MS = 86_400_000;

	private const COLUMNS = array( 'way', 'line_id', 'order_id', 'crm_order_id', 'sku', 'quantity', 'state', 'changed_at', 'counted_at', 'taken_at', 'seen_at' );

	public function __construct( private readonly Database $database ) {}

	/**
	 * Stores orders as KeyCRM shows them now; lines that are no longer in them are set to 0.
	 *
	 * @param list<array{int, CrmOrder}> $orders      With the id of the shop's order.
	 * @param int                        $sent_ms     When they were asked for.
	 * @param int                        $received_ms When the answer had arrived: KeyCRM had counted these lines by then.
	 */
	public function store( string $way, array $orders, int $sent_ms, int $received_ms ): void {
		if ( array() === $orders ) {
			return;
		}
		$rows = array();
		foreach ( $orders as [ $order_id, $order ] ) {
			foreach ( $order->lines as $line ) {
				$counted = match ( $line->state ) {
					LineState::Open, LineState::Gone => null,
					LineState::Cancelled => $received_ms + self::CANCELLED_MS,
					default => $received_ms,
				};
				$taken   = LineState::Reserved === $line->state ? null : $counted;
				$rows[]  = array( $way, $line->id, $order_id, $order->id, Sku::storable( $line->sku ), number_format( $line->quantity, 6, '.', '' ), $line->state->value, $order->updated_at, $counted, $taken, $sent_ms );
			}
		}
		$this->upsert( $rows );
		$this->empty_lines( $way, array_map( static fn ( array $pair ): int => $pair[1]->id, $orders ), $sent_ms );
	}

	/** Lines of an order that KeyCRM has deleted are set to 0. */
	public function note_deleted( string $way, int $crm_order_id, int $sent_ms ): void {
		$this->empty_lines( $way, array( $crm_order_id ), $sent_ms );
	}

	/** @param list<int> $crm_order_ids */
	private function empty_lines( string $way, array $crm_order_ids, int $sent_ms ): void {
		$ids = Database::in( $crm_order_ids );
		$this->database->run(
			'UPDATE ' . $this->table() . " SET quantity = 0, state = %s, counted_at = NULL, taken_at = NULL, seen_at = %d WHERE way = %s AND crm_order_id IN ($ids) AND state <> %s AND seen_at < %d",
			array( LineState::Gone->value, $sent_ms, $way, self::LOOK, $sent_ms )
		);
	}

	/**
	 * Notes that KeyCRM counts all of these orders.
	 *
	 * @param array<int, int> $counted_at Unix milliseconds by the shop's order.
	 */
	public function store_whole( string $way, array $counted_at, int $now_ms ): void {
		$rows = array();
		foreach ( $counted_at as $order_id => $at ) {
			$rows[] = array( $way, $order_id, $order_id, 0, '', '0', self::WHOLE, 0, $at, $at, $now_ms );
		}
		$this->upsert( $rows );
	}

	/**
	 * Forgets whole orders that are no longer counted.
	 *
	 * @param list<int> $order_ids
	 */
	public function forget( string $way, array $order_ids ): void {
		foreach ( array_chunk( $order_ids, 1000 ) as $ids ) {
			$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE way = %s AND line_id IN (' . implode( ', ', $ids ) . ')', array( $way ) );
		}
	}

	/** Whether anything was ever stored for this mode. */
	public function has( string $way ): bool {
		return null !== $this->database->value( 'SELECT line_id FROM ' . $this->table() . ' WHERE way = %s LIMIT 1', array( $way ) );
	}

	/** @return list<int> Ids from $first to $last that are stored as whole orders. */
	public function whole( string $way, int $first, int $last ): array {
		return array_map(
			static fn ( array $row ): int => (int) $row['line_id'],
			$this->database->rows( 'SELECT line_id FROM ' . $this->table() . ' WHERE way = %s AND line_id BETWEEN %d AND %d', array( $way, $first, $last ) )
		);
	}

	/**
	 * One statement, so that the rows are never older than the read that is returned with them.
	 *
	 * @param list<int> $order_ids The shop's.
	 */
	public function known( string $way, array $order_ids ): KnownOrders {
		$notes = array();
		$read  = null;
		$rows  = $this->database->rows(
			'SELECT order_id, crm_order_id, sku, quantity, state, changed_at, counted_at, taken_at, seen_at FROM ' . $this->table() . ' WHERE way = %s AND order_id IN (' . implode( ', ', array( self::NO_ORDER, ...$order_ids ) ) . ') ORDER BY line_id',
			array( $way )
		);
		foreach ( $rows as $row ) {
			if ( self::LOOK === $row['state'] ) {
				$read = new OrderReadResult( (int) $row['crm_order_id'], (int) $row['seen_at'] );
				continue;
			}
			$note = $this->note( $row );
			if ( null !== $note ) {
				$notes[ $note->order_id ][] = $note;
			}
		}
		return new KnownOrders( $notes, $read );
	}

	/**
	 * SKUs of lines that these orders have or had, each once.
	 *
	 * @param non-empty-list<int> $crm_order_ids
	 * @return list<string>
	 * @throws DatabaseError
	 */
	public function skus( array $crm_order_ids ): array {
		$ids = Database::in( $crm_order_ids );
		return array_map( 'strval', $this->database->column( 'SELECT DISTINCT sku FROM ' . $this->table() . " WHERE crm_order_id IN ($ids) AND state <> %s AND sku <> ''", array( self::LOOK ) ) );
	}

	public function note_read( string $way, OrderReadResult $read ): void {
		$this->database->run(
			'INSERT INTO ' . $this->table() . ' (way, line_id, order_id, crm_order_id, state, changed_at, seen_at) VALUES (%s, %d, %d, %d, %s, 0, %d) ON DUPLICATE KEY UPDATE crm_order_id = VALUES(crm_order_id), seen_at = VALUES(seen_at)',
			array( $way, self::NO_ORDER, self::NO_ORDER, $read->source_id, self::LOOK, $read->began_ms )
		);
	}

	/** Forgets rows that no read since then has confirmed. */
	public function forget_unseen( string $way, int $since_ms ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE way = %s AND seen_at < %d', array( $way, $since_ms ) );
	}

	/** Called when another channel or account is chosen: what was known of the old one is useless. */
	public function clear( string $way ): void {
		$this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE way = %s', array( $way ) );
	}

	/** @param list<list<string|int|null>> $rows */
	private function upsert( array $rows ): void {
		// CASE instead of IF(): on SQLite that is a PHP function, which cuts numbers to 32 bits.
		$newer = static fn ( string $column, string $value ): string => "$column = CASE WHEN VALUES(seen_at) >= seen_at THEN $value ELSE $column END";
		// A line that stays counted keeps its first time. If the order has changed, it may have been released and
		// reserved again between two reads, with the level read in between. So its time begins anew.
		$same  = "VALUES(state) = state AND (VALUES(changed_at) = changed_at OR state = '" . LineState::Cancelled->value . "') AND VALUES(quantity) <= quantity AND VALUES(sku) = sku AND VALUES(order_id) = order_id";
		$since = static fn ( string $column ): string => $newer( $column, "CASE WHEN VALUES($column) IS NOT NULL AND $column IS NOT NULL AND $same THEN $column ELSE VALUES($column) END" );
		$plain = array_map( static fn ( string $column ): string => $newer( $column, "VALUES($column)" ), array( 'order_id', 'crm_order_id', 'sku', 'quantity', 'state', 'changed_at', 'seen_at' ) );
		// MySQL assigns from left to right, and each of these compares with columns to its right.
		$updates = array( $since( 'counted_at' ), $since( 'taken_at' ), ...$plain );
		$this->database->insert_rows(
			'INSERT INTO ' . $this->table() . ' (' . implode( ', ', self::COLUMNS ) . ')',
			'(%s, %d, %d, %d, %s, %s, %s, %d, %d, %d, %d)',
			$rows,
			'ON DUPLICATE KEY UPDATE ' . implode( ', ', $updates )
		);
	}

	/**
	 * Deletes some of the rows that no read has seen since then; call again until it returns 0.
	 *
	 * @return int Rows deleted.
	 */
	public function prune( int $before_ms, int $limit ): int {
		// Not DELETE … LIMIT, because SQLite does not know it.
		$rows = $this->database->rows( 'SELECT way, line_id FROM ' . $this->table() . ' WHERE seen_at < %d LIMIT %d', array( $before_ms, $limit ) );
		$ids  = array();
		foreach ( $rows as $row ) {
			$ids[ (string) $row['way'] ][] = (int) $row['line_id'];
		}
		$deleted = 0;
		foreach ( $ids as $way => $lines ) {
			$deleted += $this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE way = %s AND seen_at < %d AND line_id IN (' . Database::in( $lines ) . ')', array( (string) $way, $before_ms ) );
		}
		return $deleted;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return OrderLineStatus|null Null if only a newer version of the plugin knows the state; the line then counts as unknown.
	 */
	private function note( array $row ): ?OrderLineStatus {
		$time  = static fn ( string $column ): ?int => isset( $row[ $column ] ) ? (int) $row[ $column ] : null;
		$whole = self::WHOLE === $row['state'];
		$state = $whole ? LineState::Taken : LineState::tryFrom( (string) $row['state'] );
		return null === $state ? null : new OrderLineStatus(
			(int) $row['order_id'],
			(string) $row['sku'],
			$whole ? null : (float) $row['quantity'],
			$state,
			$time( 'counted_at' ),
			$time( 'taken_at' )
		);
	}

	private function table(): string {
		return $this->database->table( 'orders' );
	}
}
