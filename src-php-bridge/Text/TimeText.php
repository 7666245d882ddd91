<?php
/**
 * A time in words, as it is said on the screen or in an e-mail.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

/** A screen is read at once, so it says how long ago. An e-mail is read later, so it says when. */
final class TimeText {

	/** @param \Closure( int ): string $past */
	private function __construct(
		private readonly \Closure $past,
		private readonly \Closure $future,
	) {}

	public static function relative( int $now_ms ): self {
		return new self(
			static fn ( int $ms ): string => self::ago( $ms, $now_ms ),
			static fn ( int $ms ): string => self::ahead( $ms, $now_ms )
		);
	}

	/** In the time zone of the site. */
	public static function absolute(): self {
		$on = static fn ( int $ms ): string => sprintf(
			/* translators: %s: date and time. */
			__( 'on %s', 'stock-sync-for-keycrm' ),
			(string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), intdiv( $ms, 1000 ) )
		);
		return new self( $on, $on );
	}

	/** "4 minutes ago" or "on 1 August 2026 14:05". */
	public function past( int $ms ): string {
		return ( $this->past )( $ms );
	}

	/** "in 11 minutes" or "on 1 August 2026 14:05". */
	public function future( int $ms ): string {
		return ( $this->future )( $ms );
	}

	/** "3 hours". */
	public static function duration( int $seconds ): string {
		return human_time_diff( 0, $seconds );
	}

	private static function ago( int $ms, int $now_ms ): string {
		return $now_ms - $ms < 10_000
			? __( 'just now', 'stock-sync-for-keycrm' )
			/* translators: %s: a length of time, e.g. "4 minutes". */
			: sprintf( __( '%s ago', 'stock-sync-for-keycrm' ), human_time_diff( intdiv( $ms, 1000 ), intdiv( $now_ms, 1000 ) ) );
	}

	private static function ahead( int $ms, int $now_ms ): string {
		return $ms - $now_ms < 10_000
			? __( 'now', 'stock-sync-for-keycrm' )
			/* translators: %s: a length of time, e.g. "11 minutes". */
			: sprintf( __( 'in %s', 'stock-sync-for-keycrm' ), human_time_diff( intdiv( $now_ms, 1000 ), intdiv( $ms, 1000 ) ) );
	}
}
