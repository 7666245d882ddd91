<?php
/**
 * Tells from WordPress's error what kept a request from being answered.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use WP_Error;

/**
 * WordPress reports every failure of its two transports as `http_request_failed` with a text. So we read the
 * text: "cURL error 28: …" from curl, PHP's own warnings from the other transport.
 */
final class TransportFailure {

	/** Error numbers of libcurl; those not listed are Network. */
	private const CURL = array(
		6  => ErrorKind::Dns,
		28 => ErrorKind::Timeout,
		35 => ErrorKind::Tls,
		51 => ErrorKind::Tls,
		53 => ErrorKind::Tls,
		54 => ErrorKind::Tls,
		58 => ErrorKind::Tls,
		59 => ErrorKind::Tls,
		60 => ErrorKind::Tls,
		64 => ErrorKind::Tls,
		66 => ErrorKind::Tls,
		77 => ErrorKind::Tls,
		80 => ErrorKind::Tls,
		82 => ErrorKind::Tls,
		83 => ErrorKind::Tls,
		90 => ErrorKind::Tls,
		91 => ErrorKind::Tls,
	);

	/** Words of PHP's stream transport and of OpenSSL, tried in this order; no match is Network. */
	private const WORDS = array(
		'/getaddrinfo|name or service not known|name resolution|could not resolve/i' => ErrorKind::Dns,
		'/timed out|timeout/i' => ErrorKind::Timeout,
		// OpenSSL is missing altogether, or the certificate or the handshake is bad. "ssl://" is only the address.
		'/no working transports|certificate|crypto|SSL operation|SSL routines|unable to find the socket transport "ssl"/i' => ErrorKind::Tls,
	);

	/** A handshake that broke off says nothing about certificates, and may succeed the next time. */
	private const BROKEN_OFF = '/reset by peer|SSL_ERROR_SYSCALL|unexpected eof|connection was closed/i';

	public static function kind( WP_Error $error ): ErrorKind {
		if ( 'http_request_not_executed' === $error->get_error_code() ) {
			return ErrorKind::Blocked;
		}
		$text = $error->get_error_message();
		if ( 1 === preg_match( self::BROKEN_OFF, $text ) ) {
			return ErrorKind::Network;
		}
		if ( 1 === preg_match( '/cURL error (\d+)/', $text, $match ) ) {
			return self::CURL[ (int) $match[1] ] ?? ErrorKind::Network;
		}
		foreach ( self::WORDS as $pattern => $kind ) {
			if ( 1 === preg_match( $pattern, $text ) ) {
				return $kind;
			}
		}
		return ErrorKind::Network;
	}
}
