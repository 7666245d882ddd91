<?php
/**
 * Which order of the shop a number in KeyCRM means.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\OtherPlugin\KeyCrmOfficialPlugin;
use KeyCrmStock\Value\Order\CrmOrder;

/**
 * Programs that send orders give KeyCRM either WooCommerce's own id (KeyCRM's plugin does) or the number
 * that buyers see, which another plugin may have generated. The whole text is compared first, then its digits:
 * "№20002" is 20002 (keycrm-server/API.md §7).
 */
final class OrderNumbers {

	/** The mark that KeyCRM's own plugin leaves on an order that it has sent: the order's id in KeyCRM. */
	public const SENT = '_keycrm_order_id';

	/** Meta key in which common plugins store the order number that buyers see. */
	private const META = '_order_number';

	public function __construct(
		private readonly Database $database,
		private readonly KeyCrmOfficialPlugin $official,
	) {}

	/**
	 * The mark is tried first, because it belongs to one order only; then the number. A copy, or a part that was split
	 * off, is found by the mark of the order it was made from, even if it has no number.
	 *
	 * @param list<CrmOrder> $orders
	 * @return array<int, int> Shop order ids by the order's id in KeyCRM; one that fits no order is missing.
	 * @throws DatabaseError
	 */
	public function matched( array $orders ): array {
		$ids       = array_map( static fn ( CrmOrder $order ): int => $order->id, $orders );
		$parents   = array_map( static fn ( CrmOrder $order ): int => $order->parent_id, $orders );
		$by_mark   = $this->by_mark( array_values( array_unique( array_filter( array( ...$ids, ...$parents ) ) ) ) );
		$by_number = $this->orders_of( array_map( static fn ( CrmOrder $order ): string => $order->uuid, $orders ) );
		$matched   = array();
		foreach ( $orders as $order ) {
			$id = $by_mark[ $order->id ] ?? $by_number[ '#' . $order->uuid ] ?? $by_mark[ $order->parent_id ] ?? null;
			if ( null !== $id ) {
				$matched[ $order->id ] = $id;
			}
		}
		return $matched;
	}

	/**
	 * @param list<string> $numbers
	 * @return array<string, int> Shop order ids by '#' and the number; one that fits no order is missing.
	 * @throws DatabaseError
	 */
	private function orders_of( array $numbers ): array {
		$numbers = array_values( array_unique( array_filter( $numbers, static fn ( string $number ): bool => '' !== $number ) ) );
		$exact   = $this->found( $numbers );
		$missing = array();
		foreach ( $numbers as $number ) {
			$digits = (string) preg_replace( '/\D+/', '', $number );
			if ( ! isset( $exact[ '#' . $number ] ) && '' !== $digits && $digits !== $number ) {
				$missing[ $number ] = $digits;
			}
		}
		$by_digits = $this->found( array_values( array_unique( $missing ) ) );
		foreach ( $missing as $number => $digits ) {
			if ( isset( $by_digits[ '#' . $digits ] ) ) {
				$exact[ '#' . $number ] = $by_digits[ '#' . $digits ];
			}
		}
		return $exact;
	}

	/**
	 * @param list<string> $numbers
	 * @return array<string, int>
	 */
	private function found( array $numbers ): array {
		if ( array() === $numbers ) {
			return array();
		}
		$by_id     = $this->by_id( $numbers );
		$by_number = $this->shows_other_numbers() ? $this->by_meta( $numbers ) : array();
		// The same digits may be one order's id and another's number. Then the number counts, since that is what is sent.
		return $by_number + $by_id;
	}

	/**
	 * @param list<int> $crm_ids
	 * @return array<int, int> Shop order ids by the id in KeyCRM; one that two orders are marked with is missing.
	 * @throws DatabaseError
	 */
	private function by_mark( array $crm_ids ): array {
		if ( array() === $crm_ids ) {
			return array();
		}
		$tables = OrderTables::from_names( $this->database->names );
		$rows   = $this->database->lists(
			"SELECT {$tables->id}, mark.meta_value AS mark FROM {$tables->meta} mark JOIN {$tables->orders} o ON {$tables->id} = mark.{$tables->meta_order}
			WHERE mark.meta_key = '" . self::SENT . "' AND mark.meta_value IN ( {$this->database->quoted( array_map( 'strval', $crm_ids ) )} ) AND {$tables->is_order}"
		);
		$marked = array();
		foreach ( $rows as [ $id, $mark ] ) {
			$marked[ (int) $mark ][] = (int) $id;
		}
		return array_map( 'current', array_filter( $marked, static fn ( array $ids ): bool => 1 === count( array_unique( $ids ) ) ) );
	}

	/** KeyCRM's own plugin sends ids, whatever buyers see. */
	public function shows_other_numbers(): bool {
		return ! $this->official->is_active() && false !== has_filter( 'woocommerce_order_number' );
	}

	/**
	 * @param list<string> $numbers
	 * @return array<string, int>
	 */
	private function by_id( array $numbers ): array {
		$ids    = array_filter( $numbers, static fn ( string $number ): bool => 1 === preg_match( '/^[1-9]\d{0,17}$/D', $number ) );
		$tables = OrderTables::from_names( $this->database->names );
		$found_ids = array() === $ids ? array() : $this->database->ids( "SELECT {$tables->id} FROM {$tables->orders} o WHERE {$tables->is_order} AND {$tables->id} IN ( " . implode( ', ', $ids ) . ' )' );
		$found  = array();
		foreach ( $found_ids as $id ) {
			$found[ '#' . $id ] = $id;
		}
		return $found;
	}

	/**
	 * @param non-empty-list<string> $numbers
	 * @return array<string, int>
	 */
	private function by_meta( array $numbers ): array {
		$tables = OrderTables::from_names( $this->database->names );
		$rows   = $this->database->lists( "SELECT {$tables->meta_order}, meta_value FROM {$tables->meta} WHERE meta_key = '" . self::META . "' AND meta_value IN ( {$this->database->quoted( $numbers )} )" );
		$found = array();
		foreach ( $rows as [ $id, $number ] ) {
			$found[ '#' . $number ] = (int) $id;
		}
		return $found;
	}
}
