<?php
/**
 * Reads the header Retry-After.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/** Seconds or an HTTP date by RFC 9110; KeyCRM has been seen to send seconds, and usually nothing (keycrm-server/API.md §9). */
final class RetryAfter {

	/** A day. A longer wait is cut to this. */
	private const MAX_SECONDS = 86_400;

	/**
	 * Milliseconds to wait. Null where the header says nothing of use: absent, garbled, 0, negative
	 * or in the past. Null lets the policy wait its own time, which is safer than to ask again at once.
	 *
	 * @param string $header The value of Retry-After.
	 * @param string $date   The value of Date. An HTTP date is counted from there, because the
	 *                       server's clock and ours may differ by minutes.
	 */
	public static function to_ms( string $header, string $date ): ?int {
		$header = trim( $header );
		if ( 1 === preg_match( '/^\d+(\.\d+)?$/', $header ) ) {
			$seconds = (int) ceil( min( (float) $header, self::MAX_SECONDS ) );
		} elseif ( 1 === preg_match( '/^[A-Z][a-z]{2}/', $header ) ) {
			$until   = strtotime( $header );
			$from    = '' === $date ? time() : strtotime( $date );
			$seconds = false === $until ? 0 : $until - ( false === $from ? time() : $from );
		} else {
			return null;
		}
		return $seconds > 0 ? 1000 * min( $seconds, self::MAX_SECONDS ) : null;
	}
}
