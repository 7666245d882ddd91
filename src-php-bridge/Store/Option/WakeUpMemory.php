<?php
/**
 * Remembers which way of starting work in the background works on this server.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Option;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Run\WakeUpWay;

/** Times are unix milliseconds. */
final class WakeUpMemory {

	public const OPTION = 'keycrm_stock_wake_up';

	/** A call that has not arrived by then does not arrive. */
	private const ON_THE_WAY_MS = 30_000;

	/** Where calls do not arrive, one is tried this often. */
	private const TRY_EVERY_MS = 60_000;

	/** What is known already is written again this often. */
	private const RENEW_MS = 3_600_000;

	public function __construct( private readonly AtomicOption $state ) {}

	/** @throws DatabaseError */
	public function way( int $now_ms ): WakeUpWay {
		$state = $this->state->get();
		return match ( true ) {
			self::number( $state, 'finished_at' ) > 0 => WakeUpWay::AfterAnswer,
			self::has_arrived( $state ) => WakeUpWay::Loopback,
			self::is_lost( $state, $now_ms ) => WakeUpWay::Queue,
			default => WakeUpWay::Unknown,
		};
	}

	/**
	 * The server has sent an answer and let PHP go on.
	 *
	 * @throws DatabaseError
	 */
	public function note_after_answer( int $now_ms ): void {
		$this->note( 'finished_at', $now_ms );
	}

	/**
	 * A call of the shop to itself has arrived.
	 *
	 * @throws DatabaseError
	 */
	public function note_arrival( int $now_ms ): void {
		$this->note( 'arrived_at', $now_ms );
	}

	/**
	 * Notes that the shop calls itself now.
	 *
	 * @return bool False where such calls do not arrive, and the last one was tried a moment ago.
	 * @throws DatabaseError
	 */
	public function note_call( int $now_ms ): bool {
		return $this->state->change(
			static function ( array $state ) use ( $now_ms ): array {
				$age = $now_ms - self::number( $state, 'called_at' );
				if ( self::is_lost( $state, $now_ms ) && $age >= 0 && $age < self::TRY_EVERY_MS ) {
					return array( $state, false );
				}
				// The server can no longer go on after an answer, or this would not be called.
				unset( $state['finished_at'] );
				if ( self::number( $state, 'called_at' ) <= self::number( $state, 'arrived_at' ) || self::is_lost( $state, $now_ms ) ) {
					// The first of the calls that are under way counts: one that is never answered must be noticed.
					$state['called_at'] = $now_ms;
				}
				return array( $state, true );
			}
		);
	}

	/** @throws DatabaseError */
	private function note( string $what, int $now_ms ): void {
		$this->state->change(
			static function ( array $state ) use ( $what, $now_ms ): array {
				$age = $now_ms - self::number( $state, $what );
				$is_known = $age >= 0 && $age < self::RENEW_MS && self::number( $state, $what ) >= self::number( $state, 'called_at' );
				return array( $is_known ? $state : array( $what => $now_ms ) + $state, null );
			}
		);
	}

	/** @param array<string, mixed> $state */
	private static function has_arrived( array $state ): bool {
		return self::number( $state, 'arrived_at' ) > 0 && self::number( $state, 'arrived_at' ) >= self::number( $state, 'called_at' );
	}

	/** @param array<string, mixed> $state */
	private static function is_lost( array $state, int $now_ms ): bool {
		$called = self::number( $state, 'called_at' );
		return $called > self::number( $state, 'arrived_at' ) && abs( $now_ms - $called ) > self::ON_THE_WAY_MS;
	}

	/** @param array<string, mixed> $state */
	private static function number( array $state, string $name ): int {
		return is_int( $state[ $name ] ?? null ) ? $state[ $name ] : 0;
	}
}
