<?php
/**
 * The addresses of the site at which the KeyCRM account was connected.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Settings;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\Options;

/**
 * A copy of a shop (staging, a backup that was restored elsewhere) holds the same key and schedule. It must not spend
 * the live shop's requests, nor send its owner messages, until a person says that the shop has moved there. One shop
 * may have several addresses, where wp-config.php takes WP_HOME from the request.
 */
final class SiteAddress {

	public const OPTION = 'keycrm_stock_addresses';

	private const MOST = 10;

	public function __construct( private readonly Options $options ) {}

	/**
	 * The other address at which the account was connected; '' where it is this one, or was never noted.
	 *
	 * @throws DatabaseError
	 */
	public function moved_from(): string {
		$noted   = $this->noted();
		$present = self::plain( self::present() );
		return '' === $present || in_array( $present, array_map( self::plain( ... ), $noted ), true ) ? '' : (string) end( $noted );
	}

	/**
	 * Notes this address: the key was entered here, or a person says that the shop has moved.
	 *
	 * @throws DatabaseError
	 */
	public function note(): void {
		if ( '' === self::present() ) {
			return;
		}
		$all = array_unique( array( ...$this->noted(), self::present() ) );
		// Coded, because programs that copy a site replace its address in every text of the database. phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
		$this->options->set( self::OPTION, base64_encode( implode( "\n", array_slice( $all, -self::MOST ) ) ) );
	}

	/**
	 * Notes this address where none is noted, as for a key that was never entered on the screen.
	 *
	 * @throws DatabaseError
	 */
	public function note_first(): void {
		if ( array() === $this->noted() ) {
			$this->note();
		}
	}

	/**
	 * As the database or wp-config.php has it: plugins for languages change what home_url() answers. '' where it is
	 * not known: many a wp-config.php takes it from the request, and a program on the command line has none.
	 */
	public static function present(): string {
		$home = wp_load_alloptions()['home'] ?? '';
		if ( defined( 'WP_HOME' ) ) {
			$home = empty( $_SERVER['HTTP_HOST'] ) ? '' : constant( 'WP_HOME' );
		}
		return is_string( $home ) ? untrailingslashit( $home ) : '';
	}

	/** @return list<string> The newest last. */
	private function noted(): array {
		$text = $this->options->get( self::OPTION );
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode
		$text = is_string( $text ) ? (string) base64_decode( $text, true ) : '';
		return array_values( array_filter( explode( "\n", $text ) ) );
	}

	/** One shop answers under http and https, with www and without. */
	private static function plain( string $address ): string {
		return (string) preg_replace( '~^(https?://)?(www\.)?~', '', strtolower( untrailingslashit( $address ) ) );
	}
}
