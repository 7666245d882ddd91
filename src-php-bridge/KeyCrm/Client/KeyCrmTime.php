<?php
/**
 * KeyCRM's times: UTC, with and without a zone (keycrm-server/API.md §1).
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

final class KeyCrmTime {

	/** Unix milliseconds of `2026-08-01T15:19:57.000000Z` or `2026-08-01 14:56:17`; null for anything else. */
	public static function to_ms( mixed $text ): ?int {
		if ( ! is_string( $text ) || 1 !== preg_match( '/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?Z?$/D', trim( $text ), $found ) ) {
			return null;
		}
		$seconds = strtotime( $found[1] . ' ' . $found[2] . ' UTC' );
		return false === $seconds ? null : $seconds * 1000;
	}

	/** As its filters want it. */
	public static function for_filter( int $ms ): string {
		return gmdate( 'Y-m-d H:i:s', intdiv( $ms, 1000 ) );
	}
}
