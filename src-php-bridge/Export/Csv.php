<?php
/**
 * Lines of CSV for spreadsheets.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

/** No cell can be taken for a formula. */
final class Csv {

	/**
	 * Beginnings of texts that a spreadsheet would run as a formula: a sign (also full-width, small, or a typographic
	 * minus), even after white space or invisible characters; or a tab or line break.
	 */
	private const FORMULA = '/^(?:[\s\p{Z}\p{C}]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{FE66}\x{FE62}\x{FE63}\x{FE6B}\x{2212}]|[\t\r\n])/u';

	/** @param list<string|int|float|null> $cells */
	public static function line( array $cells ): string {
		return implode( ',', array_map( self::cell( ... ), $cells ) ) . "\r\n";
	}

	private static function cell( string|int|float|null $value ): string {
		if ( ! is_string( $value ) ) {
			return null === $value ? '' : (string) $value;
		}
		// Text that is not UTF-8 cannot be checked, so it is quoted too.
		$safe = 0 !== preg_match( self::FORMULA, $value ) ? "'" . $value : $value;
		return 1 === preg_match( '/[",\r\n]/', $safe ) ? '"' . str_replace( '"', '""', $safe ) . '"' : $safe;
	}
}
