<?php
/**
 * Encrypts the API key with a secret of this site.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use SodiumException;

/**
 * The database alone (a backup, an SQL injection elsewhere) does not give the key away: the secret is
 * derived from WordPress's salts, which usually stand in wp-config.php.
 */
final class ApiKeyCipher {

	/** Version of the format. */
	private const VERSION = 'v1:';

	/** Other plugins may derive secrets from the same salts; this makes ours different. */
	private const PURPOSE = 'keycrm_stock_api_key';

	/** @return string ASCII text. */
	public static function encrypt( #[\SensitiveParameter] string $plain ): string {
		$secret = self::secret();
		$nonce  = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		$box    = sodium_crypto_secretbox( $plain, $nonce, $secret );
		self::wipe( $secret );
		// To make bytes text, not to hide anything. phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
		return self::VERSION . base64_encode( $nonce . $box );
	}

	/** Null where the text was encrypted with other salts, or is damaged. */
	public static function decrypt( string $text ): ?string {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode
		$bytes = str_starts_with( $text, self::VERSION ) ? base64_decode( substr( $text, strlen( self::VERSION ) ), true ) : false;
		if ( false === $bytes || strlen( $bytes ) <= SODIUM_CRYPTO_SECRETBOX_NONCEBYTES + SODIUM_CRYPTO_SECRETBOX_MACBYTES ) {
			return null;
		}
		$secret = self::secret();
		try {
			$plain = sodium_crypto_secretbox_open(
				substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
				substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ),
				$secret
			);
		} catch ( SodiumException ) {
			$plain = false;
		}
		self::wipe( $secret );
		return false === $plain ? null : $plain;
	}

	private static function secret(): string {
		return sodium_crypto_generichash(
			wp_salt( 'auth' ) . wp_salt( 'secure_auth' ),
			self::PURPOSE,
			SODIUM_CRYPTO_SECRETBOX_KEYBYTES
		);
	}

	/** @param-out null $secret */
	private static function wipe( #[\SensitiveParameter] ?string &$secret ): void {
		// WordPress's stand-in for a missing extension has the function, but it only throws.
		if ( null !== $secret && extension_loaded( 'sodium' ) ) {
			sodium_memzero( $secret );
		}
		$secret = null;
	}
}
