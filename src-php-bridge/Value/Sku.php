<?php
/**
 * The rules for comparing SKUs.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value;

defined( 'ABSPATH' ) || exit;

/** SKUs match trimmed, otherwise exactly, as strings: "0001" is not "1". */
final class Sku {

	/** Cyrillic letters that look like Latin ones, after upper-casing. */
	private const LOOK_ALIKES = array(
		'А' => 'A',
		'В' => 'B',
		'С' => 'C',
		'Е' => 'E',
		'Н' => 'H',
		'І' => 'I',
		'Ї' => 'I',
		'Ј' => 'J',
		'К' => 'K',
		'М' => 'M',
		'О' => 'O',
		'Р' => 'P',
		'Ѕ' => 'S',
		'Т' => 'T',
		'У' => 'Y',
		'Х' => 'X',
	);

	/** Without white space at either end, no-break and zero-width spaces included. */
	public static function trim( string $sku ): string {
		$trimmed = preg_replace( '/^[\s\p{Z}\x{200B}\x{FEFF}]+|[\s\p{Z}\x{200B}\x{FEFF}]+$/u', '', $sku );
		return $trimmed ?? trim( $sku );
	}

	/**
	 * Two SKUs with the same key are probably meant to be one: they differ in case, inner spaces,
	 * look-alike letters or leading zeros only. For hints; nothing is ever written on its strength.
	 */
	public static function near_key( string $sku ): string {
		$key = mb_strtoupper( $sku, 'UTF-8' );
		$key = preg_replace( '/[\s\p{Z}\x{200B}\x{FEFF}]+/u', '', $key ) ?? $key;
		$key = strtr( $key, self::LOOK_ALIKES );
		$key = ltrim( $key, '0' );
		return '' === $key ? '0' : $key;
	}
}
