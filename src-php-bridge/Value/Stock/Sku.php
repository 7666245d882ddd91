<?php
/**
 * The rules for comparing SKUs.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** SKUs match trimmed, otherwise exactly, as strings: "0001" is not "1". */
final class Sku {

	/** Longest SKU, in letters, that the tables hold. A longer one cannot be compared. */
	public const LONGEST = 255;

	/** Without white space at either end, no-break and zero-width spaces included. */
	public static function trim( string $sku ): string {
		$trimmed = preg_replace( '/^[\s\p{Z}\x{200B}\x{FEFF}]+|[\s\p{Z}\x{200B}\x{FEFF}]+$/u', '', $sku );
		return $trimmed ?? trim( $sku );
	}

	public static function is_too_long( string $sku ): bool {
		return mb_strlen( $sku, 'UTF-8' ) > self::LONGEST;
	}

	/** As the tables store it. If it is too long, it is cut and ends in “…”, so that it does not equal a shorter SKU. */
	public static function storable( string $sku ): string {
		return self::is_too_long( $sku ) ? mb_substr( $sku, 0, self::LONGEST - 1, 'UTF-8' ) . '…' : $sku;
	}

	/**
	 * Two SKUs with the same key look alike to a person, and are probably meant to be one: see SkuDifference.
	 * For hints only: stock is never written because two keys are equal.
	 */
	public static function near_key( string $sku ): string {
		$key = SkuNormalizer::without( SkuDifference::cases(), $sku );
		return '' === $key ? '0' : $key;
	}

	/**
	 * How two SKUs with the same near key differ; empty where they are equal or their keys differ.
	 *
	 * @return list<SkuDifference> The fewest kinds that explain the difference: an O for a 0 is Digits, and not Letters too.
	 */
	public static function differences( string $one, string $other ): array {
		if ( $one === $other || self::near_key( $one ) !== self::near_key( $other ) ) {
			return array();
		}
		$kinds = SkuDifference::cases();
		// Digits are dropped first: if Letters alone explains a difference, no digit is involved.
		foreach ( array( SkuDifference::Digits, ...$kinds ) as $kind ) {
			$fewer = array_values( array_filter( $kinds, static fn ( SkuDifference $one_of ): bool => $one_of !== $kind ) );
			if ( SkuNormalizer::without( $fewer, $one ) === SkuNormalizer::without( $fewer, $other ) ) {
				$kinds = $fewer;
			}
		}
		return $kinds;
	}

	/** In capitals, with Cyrillic letters replaced by Latin ones that look the same. */
	public static function in_latin( string $text ): string {
		return SkuNormalizer::without( array( SkuDifference::Case, SkuDifference::Letters ), $text );
	}
}
