<?php
/**
 * What can go wrong with a request to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/** The value is the error code that people and the REST routes see. Sources: keycrm-server/API.md §9 and §10. */
enum ErrorKind: string {

	case Dns     = 'dns';
	case Tls     = 'tls';
	case Timeout = 'timeout';
	/** Refused, reset, or broken off before or within the answer. */
	case Network = 'network';
	/** WordPress itself is told not to call out (WP_HTTP_BLOCK_EXTERNAL). */
	case Blocked = 'blocked';

	/** Nothing was sent: there is no key to send. */
	case NoKey        = 'no_key';
	case Unauthorized = 'unauthorized';
	case Payment      = 'payment';
	case Forbidden    = 'forbidden';

	case NotFound = 'not_found';
	/** 400, 414, 422 and every other 4xx: asking again would be refused again. */
	case Refused     = 'refused';
	case RateLimited = 'rate_limited';
	/** 408, 425 and 5xx. */
	case Server = 'server';
	/** A redirect. It is never followed, because the key must not go to another host. */
	case Redirected = 'redirected';
	/** A page, nothing, cut JSON, or JSON without the promised shape. */
	case NotJson  = 'not_json';
	case TooLarge = 'too_large';
	/** Compressed, although we asked for plain text. It is never unpacked, because its real size is unknown. */
	case Compressed = 'compressed';
	/** Rows that were not asked for: the filter was ignored or matched loosely (keycrm-server/API.md §3.2). */
	case Unasked = 'unasked';

	/** Null for a status whose body is the answer. */
	public static function from_status( int $status ): ?self {
		return match ( true ) {
			$status >= 200 && $status < 300 => null,
			$status >= 300 && $status < 400 => self::Redirected,
			401 === $status => self::Unauthorized,
			402 === $status => self::Payment,
			403 === $status => self::Forbidden,
			404 === $status => self::NotFound,
			408 === $status, 425 === $status => self::Server,
			429 === $status => self::RateLimited,
			$status >= 400 && $status < 500 => self::Refused,
			default => self::Server,
		};
	}

	/** Whether the same request may succeed a little later. */
	public function is_retryable(): bool {
		return match ( $this ) {
			self::Dns, self::Timeout, self::Network, self::RateLimited, self::Server, self::Redirected, self::NotJson, self::Compressed => true,
			default => false,
		};
	}

	/** Whether KeyCRM has certainly not begun to carry the request out. */
	public function is_before_the_work(): bool {
		return in_array( $this, array( self::Dns, self::RateLimited ), true );
	}
}
