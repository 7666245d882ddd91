<?php
/**
 * A pasted API key that cannot be one.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use InvalidArgumentException;

/** The message is translated and for the owner. It quotes single wrong characters, never the key. */
final class InvalidApiKey extends InvalidArgumentException {

	public static function nothing_left(): self {
		return new self( __( 'The API key is empty. Copy it from KeyCRM: Settings → General → API key.', 'stock-sync-for-keycrm' ) );
	}

	public static function unreadable_text(): self {
		return new self( __( 'The API key was damaged on its way here: its text is not valid. Copy it once more from KeyCRM.', 'stock-sync-for-keycrm' ) );
	}

	public static function masked(): self {
		return new self( __( 'These are the dots or stars that hide a key, not the key. Show the key in KeyCRM first, then copy it.', 'stock-sync-for-keycrm' ) );
	}

	/** @param int $position In characters, from 1. */
	public static function gap( int $position ): self {
		/* translators: %d: position of a character, counted from 1. */
		return new self( sprintf( __( 'The API key has a space or a line break after character %d. Copy only the key, in one piece.', 'stock-sync-for-keycrm' ), $position - 1 ) );
	}

	/** @param list<string> $letters One description each. */
	public static function foreign_letters( array $letters ): self {
		return new self(
			sprintf(
				/* translators: %s: list such as “а” at position 3 (Cyrillic, looks like the Latin “a”). */
				__( 'The API key holds characters that no key has: %s. Someone may have typed it by hand or pasted it through a program that changes letters. Copy it from KeyCRM itself.', 'stock-sync-for-keycrm' ),
				implode( '; ', $letters )
			)
		);
	}

	public static function given_by_constant(): self {
		return new self( __( 'The API key is set in wp-config.php (KEYCRM_STOCK_API_KEY), so it cannot be changed here. Change it there, or remove it there first.', 'stock-sync-for-keycrm' ) );
	}
}
