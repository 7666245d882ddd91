<?php
/**
 * How much of a page's products is in orders that KeyCRM does not count yet.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Order\OpenOrderLine;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Order\OrderLineStatus;
use KeyCrmStock\Value\Order\OrderReadResult;
use KeyCrmStock\Value\Stock\OpenOrderQuantity;

/**
 * Pure. A line of an order is subtracted until KeyCRM was known to count it *before the level was read*: only
 * then is it surely in the level. If KeyCRM began to count it between the two reads, it is subtracted twice
 * until the next run: too little on sale, never too much.
 */
final class OpenOrderQuantities {

	/**
	 * @param list<OpenOrderLine>              $lines
	 * @param array<int, list<OrderLineStatus>> $notes            By shop order.
	 * @param bool                        $reserves_counted Whether reserves are subtracted from the number already.
	 * @param OrderReadResult|null           $read             The read of KeyCRM's orders that the notes are from; null where the notes
	 *                                                      rest on the shop alone, and so on this moment.
	 */
	public function __construct(
		private readonly array $lines,
		private readonly array $notes,
		private readonly bool $reserves_counted,
		private readonly ?OrderReadResult $read,
	) {}

	/** No order is subtracted. */
	public static function nothing(): self {
		return self::uncounted( array() );
	}

	/**
	 * KeyCRM is known to count none of these lines.
	 *
	 * @param list<OpenOrderLine> $lines
	 */
	public static function uncounted( array $lines ): self {
		return new self( $lines, array(), true, null );
	}

	/** The same lines, as if KeyCRM counted none of them. */
	public function without_notes(): self {
		return self::uncounted( $this->lines );
	}

	/**
	 * Whether KeyCRM's orders were read after the level was stored. Otherwise KeyCRM may have released an order in
	 * between: the level contains its pieces again, but the order still counts as subtracted by KeyCRM. The time of the
	 * level's request does not matter, because a read of orders may have begun while the answer was still under way.
	 */
	public function is_newer_than( LevelRow $row ): bool {
		return null === $this->read || $this->read->began_ms > $row->stored_at;
	}

	/**
	 * @param list<int> $product_ids A product and its translations.
	 * @param int       $read_at     When the level was asked for, unix milliseconds.
	 */
	public function for_set( array $product_ids, string $sku, int $read_at ): OpenOrderQuantity {
		$orders = array();
		$total  = 0.0;
		foreach ( $this->by_order( $product_ids ) as $order_id => [ $taken, $ordered ] ) {
			$open = $this->not_counted( $taken, $ordered, $this->counted( $this->notes[ $order_id ] ?? array(), $sku, $read_at ) );
			if ( $open > 0 ) {
				$total   += $open;
				$orders[] = array(
					'id'       => $order_id,
					'quantity' => $open,
				);
			}
		}
		return new OpenOrderQuantity( round( $total, Formula::DECIMALS ), array_slice( $orders, 0, OpenOrderQuantity::NAMED ) );
	}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, array{float, float}> Taken and ordered.
	 */
	private function by_order( array $product_ids ): array {
		$orders = array();
		foreach ( $this->lines as $line ) {
			if ( in_array( $line->product_id, $product_ids, true ) ) {
				[ $taken, $ordered ]       = $orders[ $line->order_id ] ?? array( 0.0, 0.0 );
				$orders[ $line->order_id ] = array( $taken + $line->taken, $ordered + $line->ordered );
			}
		}
		return $orders;
	}

	/**
	 * @param list<OrderLineStatus> $notes Of one order.
	 * @return float|null Pieces that KeyCRM had counted by then; null for all pieces of the order.
	 */
	private function counted( array $notes, string $sku, int $read_at ): ?float {
		$about  = array_filter( $notes, static fn ( OrderLineStatus $note ): bool => null === $note->quantity || $note->sku === $sku );
		$wanted = array_filter( $about, static fn ( OrderLineStatus $note ): bool => $note->state->is_wanted() );
		$sum    = 0.0;
		// If the same order was sent twice and only one copy was cancelled, the other copy still counts.
		foreach ( array() === $wanted ? $about : $wanted as $note ) {
			$since = $this->reserves_counted ? $note->counted_at : $note->taken_at;
			if ( null === $since || $since >= $read_at ) {
				continue;
			}
			if ( null === $note->quantity ) {
				return null;
			}
			$sum += $note->quantity;
		}
		return $sum;
	}

	/** KeyCRM counts in the order's units, and one of those may be several pieces of stock (packs). */
	private function not_counted( float $taken, float $ordered, ?float $counted ): float {
		return match ( true ) {
			null === $counted => 0.0,
			$ordered > 0 => round( $taken * max( 0.0, 1 - $counted / $ordered ), Formula::DECIMALS ),
			default => round( max( 0.0, $taken - $counted ), Formula::DECIMALS ),
		};
	}
}
