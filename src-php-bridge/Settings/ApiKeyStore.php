<?php
/**
 * Keeps the API key, encrypted.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/**
 * The constant KEYCRM_STOCK_API_KEY of wp-config.php goes before the option. Nothing is held in memory
 * between calls, so that a key saved by another process counts at once. Must not be called before
 * `plugins_loaded`, because wp_salt() does not exist until then.
 */
final class ApiKeyStore {

	public const OPTION = 'keycrm_stock_api_key';

	public const CONSTANT = 'KEYCRM_STOCK_API_KEY';

	/** A shorter key would be given away by its last 4 characters. */
	private const HINT_FROM_LENGTH = 8;

	public function __construct( private readonly Options $options, private readonly SiteAddress $address ) {}

	/**
	 * @return string '' where there is none that can be used; problem() says why.
	 * @throws DatabaseError Where the database does not answer.
	 */
	public function get(): string {
		return '' === $this->moved_from() ? $this->given() : '';
	}

	private function given(): string {
		$constant = self::constant_text();
		if ( '' === $constant ) {
			return $this->saved() ?? '';
		}
		try {
			return ApiKeyInput::clean( $constant );
		} catch ( InvalidApiKey ) {
			return '';
		}
	}

	/**
	 * @throws InvalidApiKey Where the text cannot be a key, or the constant is set.
	 * @throws DatabaseError Where it was not stored.
	 */
	public function set( #[\SensitiveParameter] string $pasted ): void {
		if ( '' !== self::constant_text() ) {
			throw InvalidApiKey::given_by_constant();
		}
		$this->options->set( self::OPTION, ApiKeyCipher::encrypt( ApiKeyInput::clean( $pasted ) ) );
		$this->address->note();
	}

	/** The key of wp-config.php is never entered: its account is connected where settings are first saved. */
	public function note_address(): void {
		if ( '' !== $this->given() ) {
			$this->address->note_first();
		}
	}

	public function forget(): void {
		delete_option( self::OPTION );
	}

	/** The last 4 characters; '' where there is no key. */
	public function hint(): string {
		$key = $this->get();
		return strlen( $key ) < self::HINT_FROM_LENGTH ? '' : substr( $key, -4 );
	}

	/** @return 'none'|'option'|'constant' */
	public function source(): string {
		if ( '' !== self::constant_text() ) {
			return 'constant';
		}
		return null === $this->saved() ? 'none' : 'option';
	}

	/** True where a key was saved once, but this site's salts are not those of then. */
	public function unreadable(): bool {
		return '' === self::constant_text() && '' !== $this->saved_text() && null === $this->saved();
	}

	/** The other address of the site at which the key was entered, for this may be a copy; '' where it is this one. */
	public function moved_from(): string {
		return '' === $this->given() ? '' : $this->address->moved_from();
	}

	/** A person says that the shop has moved here. */
	public function use_at_this_address(): void {
		$this->address->note();
	}

	/** Why there is no key although one was given, as a sentence for the owner; '' where all is well. */
	public function problem(): string {
		if ( '' !== $this->moved_from() ) {
			/* translators: 1: the address now, 2: the address then. */
			return sprintf( __( 'This shop’s address is %1$s, but the API key was entered at %2$s. If this is a copy, leave it so: it does not ask KeyCRM, and its stock stays as it is. If the shop has moved here, say so under Settings → Connection.', 'stock-sync-for-keycrm' ), SiteAddress::present(), $this->moved_from() );
		}
		$constant = self::constant_text();
		if ( '' === $constant ) {
			return $this->unreadable()
				? __( 'The saved API key can no longer be read, because the security keys in wp-config.php have changed (as they do when a site is moved). Enter the key again.', 'stock-sync-for-keycrm' )
				: '';
		}
		try {
			ApiKeyInput::clean( $constant );
			return '';
		} catch ( InvalidApiKey $error ) {
			/* translators: %s: a sentence that says what is wrong with the key. */
			return sprintf( __( 'The constant KEYCRM_STOCK_API_KEY in wp-config.php is not a key: %s', 'stock-sync-for-keycrm' ), $error->getMessage() );
		}
	}

	private function saved(): ?string {
		return ApiKeyCipher::decrypt( $this->saved_text() );
	}

	private function saved_text(): string {
		$text = $this->options->get( self::OPTION );
		return is_string( $text ) ? $text : '';
	}

	private static function constant_text(): string {
		$value = defined( self::CONSTANT ) ? constant( self::CONSTANT ) : '';
		return is_string( $value ) ? trim( $value ) : '';
	}
}
