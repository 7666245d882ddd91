<?php
/**
 * The secret in the address that a system cron calls.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/** It stays until a person makes a new one. If it changed by itself, the owner's cron line would stop working. */
final class TickToken {

	public const OPTION = 'keycrm_stock_tick_token';

	public function __construct( private readonly Options $options ) {}

	/** @throws DatabaseError Where the database does not say whether there is one, because add_option() would then overwrite it. */
	public function get(): string {
		$token = $this->options->get( self::OPTION );
		if ( is_string( $token ) && '' !== $token ) {
			return $token;
		}
		$token = wp_generate_password( 40, false );
		// If two requests make one at the same time, the first one's is kept.
		add_option( self::OPTION, $token, '', false );
		$this->options->forget( self::OPTION );
		$stored = $this->options->get( self::OPTION );
		return is_string( $stored ) && '' !== $stored ? $stored : $token;
	}

	/** The address that a system cron calls. */
	public function url(): string {
		return rest_url( 'keycrm-stock/v1/tick/' . $this->get() );
	}

	/**
	 * A new token, for when a stranger may have seen the old one, which stops working at once.
	 *
	 * @throws DatabaseError In that case the old one stays.
	 */
	public function renew(): void {
		$this->options->set( self::OPTION, wp_generate_password( 40, false ) );
	}

	public function is( string $given ): bool {
		return hash_equals( $this->get(), $given );
	}
}
