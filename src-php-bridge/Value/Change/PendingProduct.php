<?php
/**
 * A number for a product that does not exist yet, in the change log.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/**
 * The log has one row for each product of a run. A product that is still to be made has no id, so its row bears the
 * id of KeyCRM's offer, lifted above all ids that WordPress gives. People and programs are shown 0 instead.
 */
final class PendingProduct {

	/** Below the largest whole number that every program keeps exactly (2^53). */
	private const FIRST = 4_000_000_000_000_000;

	public static function number( int $offer_id ): int {
		return self::FIRST + $offer_id;
	}

	/** @return int 0 if the product exists. */
	public static function offer_id( int $product_id ): int {
		return max( 0, $product_id - self::FIRST );
	}

	/** @return int The product's id; 0 while it does not exist. */
	public static function shown( int $product_id ): int {
		return $product_id > self::FIRST ? 0 : $product_id;
	}
}
