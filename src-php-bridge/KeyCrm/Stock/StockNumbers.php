<?php
/**
 * The two numbers of a row about stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\Value\Stock\StockLevel;

final class StockNumbers {

	private function __construct(
		public readonly float $quantity,
		public readonly float $reserve,
	) {}

	/**
	 * @param mixed $quantity As decoded. May be below 0: KeyCRM sells what it does not have.
	 * @param mixed $reserve  As decoded. Below 0 it would raise the number that may be sold.
	 * @return self|string A PROBLEM_ constant of StockLevel where they cannot be used.
	 */
	public static function read( mixed $quantity, mixed $reserve ): self|string {
		$quantity = JsonNumber::decimal( $quantity );
		$reserve  = JsonNumber::decimal( $reserve );
		if ( null === $quantity || null === $reserve ) {
			return StockLevel::PROBLEM_NUMBER;
		}
		if ( $reserve < 0 ) {
			return StockLevel::PROBLEM_RESERVE;
		}
		$quantity = JsonNumber::kept( $quantity );
		$reserve  = JsonNumber::kept( $reserve );
		return null === $quantity || null === $reserve ? StockLevel::PROBLEM_NOT_EXACT : new self( $quantity, $reserve );
	}
}
