<?php
/**
 * What orders hold of a page of products.
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
 * Pure. A line of an order stops counting when KeyCRM was known to count it *before the level was read*:
 * then, and only then, the level has it already. One that KeyCRM counted between the two readings is
 * subtracted twice until the next run: too little, never too much.
 */
final class OpenOrderQuantities {

	/**
	 * @param list<OpenOrderLine>              $lines
	 * @param array<int, list<OrderLineStatus>> $notes            By shop order.
	 * @param bool                        $reserves_counted Whether a reserved piece is off the number already.
	 * @param OrderReadResult|null           $look             The look at KeyCRM that the notes are from; null where the notes
	 *                                                      rest on the shop alone, and so on this moment.
	 */
	public function __construct(
		private readonly array $lines,
		private readonly array $notes,
		private readonly bool $reserves_counted,
		private readonly ?OrderReadResult $look,
	) {}

	/** No order is subtracted. */
	public static function nothing(): self {
		return self::uncounted( array() );
	}

	/**
	 * Of none of them it is known that KeyCRM counts it.
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
	 * Whether KeyCRM's orders were looked at after the level was there. Otherwise KeyCRM may have let go of an order in
	 * between, and the level may hold its pieces although the notes say that KeyCRM has them off already. When the level
	 * was asked for does not matter: a look may have begun while the answer was still under way.
	 */
	public function is_newer_than( LevelRow $row ): bool {
		return null === $this->look || $this->look->began_ms > $row->stored_at;
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
	 * @return float|null Pieces that KeyCRM had counted by then; null for all of the order, however many.
	 */
	private function counted( array $notes, string $sku, int $read_at ): ?float {
		$about  = array_filter( $notes, static fn ( OrderLineStatus $note ): bool => null === $note->quantity || $note->sku === $sku );
		$wanted = array_filter( $about, static fn ( OrderLineStatus $note ): bool => $note->state->is_wanted() );
		$sum    = 0.0;
		// If the same order was sent twice and only one copy was cancelled, the other copy still counts. A line counts as cancelled only when every copy is.
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

	/** KeyCRM counts in the order's own units; one of those may be several pieces of stock. */
	private function not_counted( float $taken, float $ordered, ?float $counted ): float {
		return match ( true ) {
			null === $counted => 0.0,
			$ordered > 0 => round( $taken * max( 0.0, 1 - $counted / $ordered ), Formula::DECIMALS ),
			default => round( max( 0.0, $taken - $counted ), Formula::DECIMALS ),
		};
	}
}
