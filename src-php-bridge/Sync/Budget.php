<?php
/**
 * How long one request to the server may work.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

/** Shared hosting gives little time and memory; a step stops well before either ends. */
final class Budget {

	private const WORKER_MS    = 20_000;
	private const SCREEN_MS    = 4_000;
	private const TIME_SHARE   = 0.5;
	private const MEMORY_SHARE = 0.8;

	private function __construct( private readonly int $deadline_ms, private readonly int $memory_bytes ) {}

	/** For Action Scheduler, the tick and other workers that nobody watches. */
	public static function for_worker( int $now_ms ): self {
		return self::within( $now_ms, self::WORKER_MS );
	}

	/** For the admin screen, which wants to show progress every few seconds. */
	public static function for_screen( int $now_ms ): self {
		return self::within( $now_ms, self::SCREEN_MS );
	}

	public function has_room( int $now_ms ): bool {
		return $now_ms < $this->deadline_ms && memory_get_usage( true ) < $this->memory_bytes;
	}

	private static function within( int $now_ms, int $wanted_ms ): self {
		$seconds = (int) ini_get( 'max_execution_time' );
		$allowed = $seconds > 0 ? (int) ( $seconds * 1000 * self::TIME_SHARE ) : $wanted_ms;
		$limit   = wp_convert_hr_to_bytes( (string) ini_get( 'memory_limit' ) );
		return new self(
			$now_ms + min( $wanted_ms, $allowed ),
			$limit > 0 ? (int) ( $limit * self::MEMORY_SHARE ) : PHP_INT_MAX
		);
	}
}
