<?php
/**
 * Removes differences between SKUs that a person hardly sees, kind by kind.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Stock;

defined( 'ABSPATH' ) || exit;

/** Pure. Characters that look like others are written by code point. */
final class SkuNormalizer {

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

	/** Letters that look like digits, Latin and Cyrillic ones, in capitals and in small letters. */
	private const DIGITS = array(
		'O'        => '0',
		'o'        => '0',
		"\u{041E}" => '0',
		"\u{043E}" => '0',
		"\u{0417}" => '3',
		"\u{0437}" => '3',
	);

	/**
	 * By the mark that is written onto a letter: plain letters, and the same with the mark as one character. Not every
	 * host has PHP's Normalizer, so these are the letters of European alphabets, Ukrainian first.
	 */
	private const COMPOSED = array(
		"\u{0300}" => array( 'AEIOUaeiou', 'ÀÈÌÒÙàèìòù' ),
		"\u{0301}" => array( 'AEIOUYCLNRSZaeiouyclnrszГКгк', 'ÁÉÍÓÚÝĆĹŃŔŚŹáéíóúýćĺńŕśźЃЌѓќ' ),
		"\u{0302}" => array( 'AEIOUaeiou', 'ÂÊÎÔÛâêîôû' ),
		"\u{0303}" => array( 'ANOano', 'ÃÑÕãñõ' ),
		"\u{0306}" => array( 'ИиУуAaGg', 'ЙйЎўĂăĞğ' ),
		"\u{0307}" => array( 'ZzEe', 'ŻżĖė' ),
		"\u{0308}" => array( 'ІіЕеAEIOUaeiouy', 'ЇїЁёÄËÏÖÜäëïöüÿ' ),
		"\u{030A}" => array( 'AUau', 'ÅŮåů' ),
		"\u{030B}" => array( 'OUou', 'ŐŰőű' ),
		"\u{030C}" => array( 'CDENRSTZcdenrstz', 'ČĎĚŇŘŠŤŽčďěňřšťž' ),
		"\u{0327}" => array( 'CSTcst', 'ÇŞŢçşţ' ),
		"\u{0328}" => array( 'AEaeIiUu', 'ĄĘąęĮįŲų' ),
	);

	/** Zero-width joiners, direction marks, soft hyphens, variation selectors; zero-width spaces are among the spaces. */
	private const INVISIBLE = '/[\x{00AD}\x{034F}\x{061C}\x{180E}\x{200C}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FE00}-\x{FE0F}]+/u';

	/** Some imports write "&" as "&amp;amp;". */
	private const ENTITY_LAYERS = 3;

	/** @param array<int, SkuDifference> $kinds In the order of the enum: zeros lead only once spaces are gone. */
	public static function without( array $kinds, string $sku ): string {
		foreach ( $kinds as $kind ) {
			$sku = match ( $kind ) {
				SkuDifference::Entities => self::without_entities( $sku ),
				SkuDifference::Invisible => preg_replace( self::INVISIBLE, '', $sku ) ?? $sku,
				SkuDifference::Composition => strtr( $sku, self::composed() ),
				SkuDifference::Case => mb_strtoupper( $sku, 'UTF-8' ),
				SkuDifference::Spaces => preg_replace( '/[\s\p{Z}\x{200B}\x{FEFF}]+/u', '', $sku ) ?? $sku,
				SkuDifference::Letters => strtr( $sku, self::look_alikes() ),
				SkuDifference::Dashes => preg_replace( '/[\p{Pd}\x{2212}\x{2043}]/u', '-', $sku ) ?? $sku,
				SkuDifference::Digits => strtr( $sku, self::DIGITS ),
				SkuDifference::Zeros => ltrim( $sku, '0' ),
			};
		}
		return $sku;
	}

	private static function without_entities( string $sku ): string {
		for ( $layer = 0; $layer < self::ENTITY_LAYERS && str_contains( $sku, '&' ); $layer++ ) {
			$sku = html_entity_decode( $sku, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
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

	/** @return array<string, string> From a letter with its mark behind it to one character. */
	private static function composed(): array {
		static $pairs = null;
		if ( null === $pairs ) {
			$pairs = array();
			foreach ( self::COMPOSED as $mark => [ $plain, $marked ] ) {
				foreach ( array_combine( mb_str_split( $plain, 1, 'UTF-8' ), mb_str_split( $marked, 1, 'UTF-8' ) ) as $letter => $composed ) {
					$pairs[ $letter . $mark ] = $composed;
				}
			}
		}
		return $pairs;
	}
}
