<?php
/**
 * An address with a secret in it: it needs no login.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/**
 * The secret stays until a person makes a new one. If it changed by itself, the calls of the owner's scheduler and of
 * KeyCRM would stop to arrive.
 */
final class SecretAddress {

	private const PATH = 'keycrm-stock/v1/';

	/**
	 * @param string $route     The part of the address before the secret.
	 * @param bool   $autoloads Whether WordPress reads the secret with every request, so that it costs no query.
	 */
	private function __construct(
		private readonly Options $options,
		private readonly string $option,
		private readonly string $route,
		private readonly bool $autoloads,
	) {}

	/** The address that a system cron calls. */
	public static function tick( Options $options ): self {
		return new self( $options, 'keycrm_stock_tick_token', 'tick', false );
	}

	/** The address that KeyCRM calls. */
	public static function webhook( Options $options ): self {
		return new self( $options, 'keycrm_stock_webhook_token', 'webhook', true );
	}

	/** The address at which the shop calls itself. */
	public static function wake_up( Options $options ): self {
		return new self( $options, 'keycrm_stock_wake_up_token', 'wake-up', true );
	}

	/** @throws DatabaseError Where the database does not say whether there is a secret, because add_option() would then overwrite it. */
	public function url(): string {
		return rest_url( self::PATH . $this->route . '/' . $this->secret() );
	}

	/**
	 * A new secret, for when a stranger may have seen the old one, which stops working at once.
	 *
	 * @throws DatabaseError In that case the old one stays.
	 */
	public function renew(): void {
		$this->options->set( $this->option, self::random(), $this->autoloads );
	}

	/**
	 * Hashes are compared, so that the time it takes tells nothing of the secret, not even its length.
	 *
	 * @throws DatabaseError Where the database does not say whether there is a secret.
	 */
	public function is( string $given ): bool {
		$stored = $this->options->get( $this->option );
		return is_string( $stored ) && '' !== $stored && hash_equals( hash( 'sha256', $stored ), hash( 'sha256', $given ) );
	}

	/** @throws DatabaseError */
	private function secret(): string {
		$stored = $this->options->get( $this->option );
		if ( is_string( $stored ) && '' !== $stored ) {
			return $stored;
		}
		$new = self::random();
		// If two requests make one at the same time, the first one's is kept.
		add_option( $this->option, $new, '', $this->autoloads );
		$this->options->forget( $this->option );
		$stored = $this->options->get( $this->option );
		return is_string( $stored ) && '' !== $stored ? $stored : $new;
	}

	private static function random(): string {
		return wp_generate_password( 40, false );
	}
}
