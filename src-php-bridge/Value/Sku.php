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

	/** Letters that the tables keep; a longer one cannot be compared. */
	public const LONGEST = 255;

	/** Cyrillic capitals that look like Latin ones. */
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

	public static function is_too_long( string $sku ): bool {
		return mb_strlen( $sku, 'UTF-8' ) > self::LONGEST;
	}

	/**
	 * Two SKUs with the same key are probably meant to be one: they differ in case, inner spaces,
	 * look-alike letters or leading zeros only. For hints; nothing is ever written on its strength.
	 */
	public static function near_key( string $sku ): string {
		$key = self::without( SkuDifference::cases(), $sku );
		return '' === $key ? '0' : $key;
	}

	/** @return list<SkuDifference> In what two SKUs with the same near key differ; empty where they are equal, or not near. */
	public static function differences( string $one, string $other ): array {
		if ( $one === $other || self::near_key( $one ) !== self::near_key( $other ) ) {
			return array();
		}
		// A difference that stays when all the others are taken away.
		$stays = static function ( SkuDifference $kind ) use ( $one, $other ): bool {
			$others = array_filter( SkuDifference::cases(), static fn ( SkuDifference $case ): bool => $case !== $kind );
			return self::without( $others, $one ) !== self::without( $others, $other );
		};
		return array_values( array_filter( SkuDifference::cases(), $stays ) );
	}

	/** @param array<int, SkuDifference> $kinds In the order of the enum: zeros lead only once spaces are gone. */
	private static function without( array $kinds, string $sku ): string {
		foreach ( $kinds as $kind ) {
			$sku = match ( $kind ) {
				SkuDifference::Case => mb_strtoupper( $sku, 'UTF-8' ),
				SkuDifference::Spaces => preg_replace( '/[\s\p{Z}\x{200B}\x{FEFF}]+/u', '', $sku ) ?? $sku,
				SkuDifference::Letters => strtr( $sku, self::look_alikes() ),
				SkuDifference::Zeros => ltrim( $sku, '0' ),
			};
		}
		return $sku;
	}

	/** @return array<string, string> In capitals and in small letters. */
	private static function look_alikes(): array {
		static $letters = null;
		if ( null === $letters ) {
			$letters = self::LOOK_ALIKES;
			foreach ( self::LOOK_ALIKES as $cyrillic => $latin ) {
				$letters[ mb_strtolower( $cyrillic, 'UTF-8' ) ] = strtolower( $latin );
			}
		}
		return $letters;
	}
}
