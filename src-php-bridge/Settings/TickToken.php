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

/** Kept until a person makes a new one: a token that changed by itself would silence the cron line that uses it. */
final class TickToken {

	public const OPTION = 'keycrm_stock_tick_token';

	public function __construct( private readonly Options $options ) {}

	/** @throws DatabaseError Where nobody can say whether there is one: add_option() would write over it. */
	public function get(): string {
		$token = $this->options->get( self::OPTION );
		if ( is_string( $token ) && '' !== $token ) {
			return $token;
		}
		$token = wp_generate_password( 40, false );
		// Of two requests that make one at the same time, the first wins.
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
	 * Where a stranger may have seen it. The old one ends at once.
	 *
	 * @throws DatabaseError Then the old one stays.
	 */
	public function renew(): void {
		$this->options->set( self::OPTION, wp_generate_password( 40, false ) );
	}

	public function is( string $given ): bool {
		return hash_equals( $this->get(), $given );
	}
}
