<?php
/**
 * Remembers up to when KeyCRM's orders have been read.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Order\OrderReadTimes;

final class OrderReadCheckpoint {

	public const OPTION = 'keycrm_stock_order_look';

	/** @param \Closure(): string $account A fingerprint of key and address, because one account's data says nothing about another. */
	public function __construct(
		private readonly AtomicOption $option,
		private readonly \Closure $account,
	) {}

	/**
	 * @return OrderReadTimes|null Null if this channel's orders were never read.
	 * @throws DatabaseError
	 */
	public function last( int $source_id ): ?OrderReadTimes {
		$row = $this->row();
		return ( $row['source_id'] ?? 0 ) === $source_id && isset( $row['since_ms'], $row['whole_ms'] )
			? new OrderReadTimes( $row['since_ms'], $row['whole_ms'], $row['pages'] ?? 0 )
			: null;
	}

	/**
	 * Notes that a read has come to its end.
	 *
	 * @throws DatabaseError
	 */
	public function note( int $source_id, OrderReadTimes $times ): void {
		$this->change( static fn (): array => array( 'source_id' => $source_id ) + get_object_vars( $times ) );
	}

	/**
	 * Since when this channel's orders cannot be read, unix milliseconds; 0 where they can.
	 *
	 * @throws DatabaseError
	 */
	public function unread_since( int $source_id ): int {
		return self::unread( $this->row(), $source_id );
	}

	/**
	 * Notes that a read has failed. The time of the first failure stays until a read comes to its end.
	 *
	 * @throws DatabaseError
	 */
	public function note_unread( int $source_id, int $now_ms ): void {
		$unread = array(
			'unread_source' => $source_id,
			'unread_since'  => $now_ms,
		);
		$this->change( static fn ( array $row ): array => 0 === self::unread( $row, $source_id ) ? $unread + $row : $row );
	}

	/** @param array<string, int> $row */
	private static function unread( array $row, int $source_id ): int {
		return ( $row['unread_source'] ?? 0 ) === $source_id ? $row['unread_since'] ?? 0 : 0;
	}

	/** @return array<string, int> */
	private function row(): array {
		return $this->from_this_account( $this->option->get() );
	}

	/**
	 * @param array<string, mixed> $stored
	 * @return array<string, int>
	 */
	private function from_this_account( array $stored ): array {
		return ( $stored['account'] ?? '' ) === ( $this->account )() ? array_filter( $stored, 'is_int' ) : array();
	}

	/** @param \Closure( array<string, int> ): array<string, int> $change */
	private function change( \Closure $change ): void {
		$this->option->change( fn ( array $stored ): array => array( $change( $this->from_this_account( $stored ) ) + array( 'account' => ( $this->account )() ), null ) );
	}
}
