<?php
/**
 * Puts a pasted API key right, or says what is wrong with it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Sku;

/**
 * KeyCRM documents neither length nor form of a key (keycrm-server/API.md §1), so neither is checked; only
 * what cannot stand in an HTTP header, or betrays a slip in copying, is refused.
 */
final class ApiKeyInput {

	/** Invisible: zero-width characters, direction marks, soft hyphen, byte order mark. */
	private const INVISIBLE = '/[\x{00AD}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]+/u';

	/** White space and quotes of every kind, at either end. */
	private const WRAPPING = '/^[\s\p{Z}\x00-\x20"\'`´\p{Pi}\p{Pf}„‚″′]+|[\s\p{Z}\x00-\x20"\'`´\p{Pi}\p{Pf}„‚″′]+$/u';

	/** As copied from a header or a curl command. */
	private const PREFIX = '/^(?:authorization\s*:\s*)?bearer(?:[\s\p{Z}:]+|$)/iu';

	/** Small Cyrillic letters whose Latin twin looks the same; capitals are all in Sku's list. */
	private const SMALL_TWINS = 'асеіїјкорѕух';

	/** The message names at most so many wrong letters. */
	private const MAX_NAMED = 5;

	/** @throws InvalidApiKey With a sentence for the owner. */
	public static function clean( #[\SensitiveParameter] string $pasted ): string {
		$key = preg_replace( self::INVISIBLE, '', $pasted );
		if ( null === $key ) {
			throw InvalidApiKey::unreadable_text();
		}
		do {
			$before = $key;
			$key    = (string) preg_replace( self::WRAPPING, '', $key );
			$key    = (string) preg_replace( self::PREFIX, '', $key );
		} while ( $before !== $key );

		self::check( $key );
		return $key;
	}

	/** @throws InvalidApiKey As clean(). */
	private static function check( #[\SensitiveParameter] string $key ): void {
		if ( '' === $key ) {
			throw InvalidApiKey::nothing_left();
		}
		if ( 1 === preg_match( '/^[•●∙·⋅⚫*]{3}/u', $key ) ) {
			throw InvalidApiKey::masked();
		}
		$characters = mb_str_split( $key, 1, 'UTF-8' );
		$foreign    = array();
		foreach ( $characters as $index => $character ) {
			if ( 1 === preg_match( '/^[\s\p{Z}\p{Cc}]$/u', $character ) ) {
				throw InvalidApiKey::gap( $index + 1 );
			}
			if ( 1 !== preg_match( '/^[!-~]$/', $character ) ) {
				$foreign[] = self::describe( $character, $index + 1 );
			}
		}
		if ( $foreign ) {
			throw InvalidApiKey::foreign_letters( array_slice( $foreign, 0, self::MAX_NAMED ) );
		}
	}

	/** As in: “а” at position 3 (Cyrillic, looks like the Latin “a”). */
	private static function describe( string $character, int $position ): string {
		$twin = self::latin_twin( $character );
		if ( '' !== $twin ) {
			/* translators: 1: a Cyrillic letter, 2: its position, 3: the Latin letter that looks the same. */
			return sprintf( __( '“%1$s” at position %2$d (Cyrillic, looks like the Latin “%3$s”)', 'stock-sync-for-keycrm' ), $character, $position, $twin );
		}
		if ( 1 === preg_match( '/^\p{Cyrillic}$/u', $character ) ) {
			/* translators: 1: a Cyrillic letter, 2: its position. */
			return sprintf( __( '“%1$s” at position %2$d (Cyrillic)', 'stock-sync-for-keycrm' ), $character, $position );
		}
		/* translators: 1: a character, 2: its position. */
		return sprintf( __( '“%1$s” at position %2$d', 'stock-sync-for-keycrm' ), $character, $position );
	}

	private static function latin_twin( string $letter ): string {
		$twin = Sku::in_latin( $letter );
		if ( 1 !== preg_match( '/^[A-Z]$/', $twin ) || 1 !== preg_match( '/^\p{Cyrillic}$/u', $letter ) ) {
			return '';
		}
		if ( 1 === preg_match( '/^\p{Lu}$/u', $letter ) ) {
			return $twin;
		}
		return str_contains( self::SMALL_TWINS, $letter ) ? strtolower( $twin ) : '';
	}
}
