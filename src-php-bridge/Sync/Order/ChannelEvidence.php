<?php
/**
 * Evidence for the sales channel of KeyCRM in which the shop's orders are.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Order\CrmOrder;
use KeyCrmStock\Value\Order\CrmOrderLine;
use KeyCrmStock\Value\Order\OrderLines;
use KeyCrmStock\Value\Order\ShopOrder;

/**
 * Pure. Other shops of the same account may have the same order numbers and sell the same goods. So an order is evidence
 * for its channel only if its number, lines and time are those of an order of the shop. It is evidence against the
 * channel if it has the number of one of the shop's orders, but another time.
 */
final class ChannelEvidence {

	/** So many orders must agree before a channel is believed. */
	public const SEVERAL = 3;

	/** Programs send an order minutes or a night later, and some send its time in the shop's own time zone. */
	private const SAME_TIME_MS = 48 * 3_600_000;

	/**
	 * @param array<int, list<int>> $speaks_for     Shop order ids by channel.
	 * @param array<int, list<int>> $speaks_against Shop order ids by channel.
	 */
	private function __construct(
		private readonly array $speaks_for,
		private readonly array $speaks_against,
	) {}

	public static function none(): self {
		return new self( array(), array() );
	}

	/** @param array<mixed> $row As to_array() made it. */
	public static function from_array( array $row ): self {
		return new self( self::by_channel( $row['for'] ?? null ), self::by_channel( $row['against'] ?? null ) );
	}

	/** @return array{for: array<int, list<int>>, against: array<int, list<int>>} */
	public function to_array(): array {
		return array(
			'for'     => $this->speaks_for,
			'against' => $this->speaks_against,
		);
	}

	/**
	 * @param list<CrmOrder>        $found
	 * @param array<int, int>       $matched Shop order ids by the order's id in KeyCRM.
	 * @param array<int, ShopOrder> $shop_orders By id.
	 */
	public function with( array $found, array $matched, array $shop_orders ): self {
		$for     = $this->speaks_for;
		$against = $this->speaks_against;
		foreach ( $found as $order ) {
			$ours = $shop_orders[ $matched[ $order->id ] ?? 0 ] ?? null;
			if ( null === $ours || null === $order->made_at || array() === $order->lines ) {
				continue;
			}
			if ( abs( $order->made_at - $ours->made_at ) > self::SAME_TIME_MS ) {
				$against[ $order->source_id ] = self::with_id( $against[ $order->source_id ] ?? array(), $ours->id );
			} elseif ( self::lines( $order ) === $ours->lines ) {
				$for[ $order->source_id ] = self::with_id( $for[ $order->source_id ] ?? array(), $ours->id );
			}
		}
		return new self( $for, $against );
	}

	/** How many of the shop's orders are surely in this channel. */
	public function orders_in( int $source_id ): int {
		return count( $this->speaks_for[ $source_id ] ?? array() );
	}

	public function contradictions_in( int $source_id ): int {
		return count( $this->speaks_against[ $source_id ] ?? array() );
	}

	/** @return list<int> Channels in which at least one of the shop's orders surely is. */
	public function channels(): array {
		return array_keys( $this->speaks_for );
	}

	/**
	 * The one channel with evidence of several orders for it and none against it; 0 if there is none, or if another
	 * channel has an order of the shop too.
	 */
	public function surely(): int {
		$channels = $this->channels();
		$one      = $channels[0] ?? 0;
		return 1 === count( $channels ) && $this->orders_in( $one ) >= self::SEVERAL && 0 === $this->contradictions_in( $one ) ? $one : 0;
	}

	/** @return list<string> */
	private static function lines( CrmOrder $order ): array {
		return OrderLines::sorted( array_map( static fn ( CrmOrderLine $line ): array => array( $line->sku, $line->quantity ), $order->lines ) );
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 */
	private static function with_id( array $ids, int $id ): array {
		return array_values( array_unique( array( ...$ids, $id ) ) );
	}

	/** @return array<int, list<int>> */
	private static function by_channel( mixed $row ): array {
		$lists = array();
		foreach ( is_array( $row ) ? $row : array() as $source_id => $ids ) {
			$lists[ (int) $source_id ] = array_values( array_map( 'intval', is_array( $ids ) ? $ids : array() ) );
		}
		return $lists;
	}
}
