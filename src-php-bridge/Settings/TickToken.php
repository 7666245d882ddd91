<?php
/**
 * The secret in the address that a system cron calls.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

defined( 'ABSPATH' ) || exit;

/** Made once and kept: a token that changed by itself would silence the cron line that uses it. */
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
		$stored = $this->options->get( self::OPTION );
		return is_string( $stored ) && '' !== $stored ? $stored : $token;
	}

	public function is( string $given ): bool {
		return hash_equals( $this->get(), $given );
	}
}
