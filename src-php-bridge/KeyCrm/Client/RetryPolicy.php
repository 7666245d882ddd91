<?php
/**
 * Whether and when to ask again after a failure.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/** Pure. A write that KeyCRM may have carried out is not sent again. */
final class RetryPolicy {

	/** Pauses after the first, second … failure that is not about the limit, in milliseconds. */
	private const PAUSES = array( 2_000, 5_000, 15_000, 30_000, 60_000 );

	/** KeyCRM's window is a minute (keycrm-server/API.md §9). */
	private const LIMIT_WINDOW = 60_000;

	/** Other programs may spend the same budget for minutes; each pause is about a minute long. */
	private const LIMIT_ATTEMPTS = 10;

	/** A larger Retry-After is cut to this: one more refused request is better than a day without a sync. */
	private const MAX_PAUSE = 900_000;

	/**
	 * @param int $attempt How many times in a row this request has failed now, from 1.
	 * @return ?int Milliseconds to wait before the next attempt; null to give up.
	 */
	public function delay_ms( int $attempt, ApiException $error ): ?int {
		if ( ! $error->is_retryable() ) {
			return null;
		}
		if ( ErrorKind::RateLimited === $error->kind ) {
			return $attempt > self::LIMIT_ATTEMPTS ? null : $this->limit_pause( $attempt, $error->retry_after_ms );
		}
		$pause = self::PAUSES[ $attempt - 1 ] ?? null;
		return null === $pause ? null : min( self::MAX_PAUSE, max( $pause, $error->retry_after_ms ?? 0 ) );
	}

	/** A short Retry-After is used at first. If requests are refused again and again, the pause grows to a minute. */
	private function limit_pause( int $attempt, ?int $retry_after_ms ): int {
		$least = min( self::LIMIT_WINDOW, 1000 << ( $attempt - 1 ) );
		return min( self::MAX_PAUSE, max( $least, $retry_after_ms ?? self::LIMIT_WINDOW ) );
	}
}
