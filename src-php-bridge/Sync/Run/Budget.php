<?php
/**
 * How long one request to the server may work.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

/** Shared hosting gives little time and memory, so a step stops well before either ends. */
final class Budget {

	private const WORKER_MS = 20_000;
	private const SCREEN_MS = 4_000;

	/** Share of PHP's time limit, and of what is left of it, because a queue may run several actions in one request. */
	private const TIME_SHARE = 0.5;
	private const REST_SHARE = 0.8;

	/** Share of PHP's memory limit, or of what other plugins have left of it. */
	private const MEMORY_SHARE      = 0.8;
	private const MEMORY_REST_SHARE = 0.5;

	private function __construct( private readonly int $deadline_ms, private readonly int $memory_bytes ) {}

	/** For Action Scheduler, the tick and other workers in the background. */
	public static function for_worker( int $now_ms ): self {
		return self::within( $now_ms, self::WORKER_MS );
	}

	/** For the admin screen, which wants to show progress every few seconds. */
	public static function for_screen( int $now_ms ): self {
		return self::within( $now_ms, self::SCREEN_MS );
	}

	/** For a chore beside something else. */
	public static function for_chore( int $now_ms, int $wanted_ms ): self {
		return self::within( $now_ms, $wanted_ms );
	}

	public function has_room( int $now_ms ): bool {
		return $now_ms < $this->deadline_ms && memory_get_usage( true ) < $this->memory_bytes;
	}

	private static function within( int $now_ms, int $wanted_ms ): self {
		return new self( $now_ms + min( $wanted_ms, self::allowed_ms( $now_ms ) ), self::allowed_bytes() );
	}

	private static function allowed_ms( int $now_ms ): int {
		$limit = 1000 * (int) ini_get( 'max_execution_time' );
		if ( $limit <= 0 ) {
			return PHP_INT_MAX;
		}
		$began = $_SERVER['REQUEST_TIME_FLOAT'] ?? null;
		$used  = is_numeric( $began ) ? $now_ms - (int) ( $began * 1000 ) : 0;
		return (int) max( 0, min( $limit * self::TIME_SHARE, $limit * self::REST_SHARE - $used ) );
	}

	private static function allowed_bytes(): int {
		$limit = wp_convert_hr_to_bytes( (string) ini_get( 'memory_limit' ) );
		if ( $limit <= 0 ) {
			return PHP_INT_MAX;
		}
		$used = memory_get_usage( true );
		return (int) max( $limit * self::MEMORY_SHARE, $used + ( $limit - $used ) * self::MEMORY_REST_SHARE );
	}
}
