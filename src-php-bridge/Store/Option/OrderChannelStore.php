<?php
/**
 * Remembers under which sales channel of KeyCRM the shop's orders were found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;
use KeyCrmStock\Value\Order\OrderChannel;

/**
 * An option of its own, because background work must never write the owner's settings. It is forgotten if the
 * KeyCRM account changes.
 */
final class OrderChannelStore {

	private const OPTION = 'keycrm_stock_order_channel';

	/** @param \Closure(): string $account A fingerprint of key and address. */
	public function __construct(
		private readonly Options $options,
		private readonly \Closure $account,
	) {}

	/**
	 * The channel that is surely the shop's; 0 where none is.
	 *
	 * @throws DatabaseError
	 */
	public function found(): int {
		return $this->number( 'found' );
	}

	/**
	 * Channels among which only the owner can say which one is the shop's.
	 *
	 * @return list<OrderChannel>
	 * @throws DatabaseError
	 */
	public function candidates(): array {
		$rows = $this->row()['candidates'] ?? array();
		return array_map( OrderChannel::from_array( ... ), array_values( array_filter( is_array( $rows ) ? $rows : array(), 'is_array' ) ) );
	}

	/**
	 * When the channel may be searched for again, unix milliseconds.
	 *
	 * @throws DatabaseError
	 */
	public function search_again_at(): int {
		return $this->number( 'again_at' );
	}

	/** @throws DatabaseError */
	public function note_again_at( int $again_at_ms ): void {
		$this->store( array( 'again_at' => $again_at_ms ) + $this->row() );
	}

	/**
	 * @param int                $found      0 if none is certain.
	 * @param list<OrderChannel> $candidates Empty where there is nothing to ask.
	 * @throws DatabaseError
	 */
	public function note( int $found, array $candidates, int $again_at_ms ): void {
		$this->store(
			array(
				'found'      => $found,
				'candidates' => array_map( static fn ( OrderChannel $channel ): array => $channel->to_array(), $candidates ),
				'again_at'   => $again_at_ms,
			)
		);
	}

	private function number( string $name ): int {
		$value = $this->row()[ $name ] ?? 0;
		return is_int( $value ) ? $value : 0;
	}

	/** @return array<string, mixed> */
	private function row(): array {
		$row = $this->options->get( self::OPTION );
		return is_array( $row ) && ( $row['account'] ?? '' ) === ( $this->account )() ? $row : array();
	}

	/** @param array<string, mixed> $row */
	private function store( array $row ): void {
		$this->options->set( self::OPTION, array( 'account' => ( $this->account )() ) + $row );
	}
}
