<?php
/**
 * Reads KeyCRM's numbers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm;

defined( 'ABSPATH' ) || exit;

/** A JSON number or a text like "12.50" (keycrm-api.md §3.5). Anything else is null: unknown, never 0. */
final class JsonNumber {

	/** A stock quantity: may be a fraction, may be negative. */
	public static function decimal( mixed $value ): ?float {
		if ( is_string( $value ) && 1 === preg_match( '/^-?\d+(\.\d+)?$/D', $value ) ) {
			$value = (float) $value;
		}
		if ( ( ! is_int( $value ) && ! is_float( $value ) ) || ! is_finite( (float) $value ) ) {
			return null;
		}
		// -0 equals 0 and becomes it here. Adding 0 would not do: OPcache optimizes that away.
		return 0.0 === (float) $value ? 0.0 : (float) $value;
	}

	/** An id or a count: whole, at least $least. */
	public static function whole( mixed $value, int $least ): ?int {
		if ( is_string( $value ) && 1 === preg_match( '/^\d{1,18}$/D', $value ) ) {
			$value = (int) $value;
		}
		return is_int( $value ) && $value >= $least ? $value : null;
	}
}
