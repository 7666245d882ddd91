<?php
/**
 * Reads KeyCRM's numbers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/** A JSON number or a text like "12.50" (keycrm-server/API.md §3.5). Anything else is null: unknown, never 0. */
final class JsonNumber {

	/** A stock quantity: may be a fraction, may be negative. */
	public static function decimal( mixed $value ): ?float {
		if ( is_string( $value ) && 1 === preg_match( '/^-?\d+(\.\d+)?$/D', $value ) ) {
			$value = (float) $value;
		}
		if ( ( ! is_int( $value ) && ! is_float( $value ) ) || ! is_finite( (float) $value ) ) {
			return null;
		}
		// Turns −0 into 0. Adding 0 would not do, because OPcache optimizes that away.
		return 0.0 === (float) $value ? 0.0 : (float) $value;
	}

	/** Decimals that the tables keep. */
	private const DECIMALS = 6;

	/** The tables hold 14 digits before the point, and a float holds all whole numbers of that length. */
	private const MOST_WHOLE = 1e14;

	/** A float has 15 to 16 digits, so beyond this six decimals are no longer exact. */
	private const MOST_FRACTION = 1e8;

	/**
	 * The number as the tables hold it; null if that would be another number. The error of binary fractions
	 * (0.1 + 0.2) is rounded away.
	 */
	public static function kept( float $number ): ?float {
		$kept  = round( $number, self::DECIMALS );
		$noise = 1e-9 + 4 * PHP_FLOAT_EPSILON * abs( $number );
		$most  = floor( $kept ) === $kept ? self::MOST_WHOLE : self::MOST_FRACTION;
		return abs( $number ) < $most && abs( $number - $kept ) <= $noise ? $kept : null;
	}

	/** An id or a count: whole, at least $least. */
	public static function whole( mixed $value, int $least ): ?int {
		if ( is_string( $value ) && 1 === preg_match( '/^\d{1,18}$/D', $value ) ) {
			$value = (int) $value;
		}
		return is_int( $value ) && $value >= $least ? $value : null;
	}
}
