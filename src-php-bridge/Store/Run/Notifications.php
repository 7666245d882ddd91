<?php
/**
 * What the owner has been told by e-mail, and what could not be sent.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Database\DatabaseError;

/**
 * An e-mail is noted as sent after the mail program has taken it. Until then a worker claims it, so that no two
 * workers send it. If that worker dies, its claim ends and another one sends the e-mail.
 */
final class Notifications {

	public const STOPPED = 'stopped';
	public const FAILING = 'failing';

	/** Mail programs wait up to a minute for their server. This is twice as long. */
	private const CLAIM_MS = 120_000;

	/** @param \Closure(): int $now_ms */
	public function __construct( private readonly AtomicOption $state, private readonly \Closure $now_ms ) {}

	/**
	 * What the owner was told last about a topic; 0 for nothing.
	 *
	 * @throws DatabaseError
	 */
	public function told( string $topic ): int {
		return self::number( $this->state->get(), $topic );
	}

	/**
	 * Notes an e-mail that the mail program has taken, or that is no longer needed.
	 *
	 * @throws DatabaseError
	 */
	public function note( string $topic, int $value ): void {
		$this->state->change(
			static function ( array $state ) use ( $topic, $value ): array {
				unset( $state[ self::claim_of( $topic ) ], $state[ self::problem_of( $topic ) ] );
				$state[ $topic ] = $value;
				return array( $state, null );
			}
		);
	}

	/**
	 * Claims the e-mail; whether this worker may send it.
	 *
	 * @param int $told What told() returned before. If that has changed since, another worker has sent the e-mail.
	 * @throws DatabaseError
	 */
	public function claim( string $topic, int $told ): bool {
		$now = ( $this->now_ms )();
		return $this->state->change(
			static function ( array $state ) use ( $topic, $told, $now ): array {
				$left = self::number( $state, self::claim_of( $topic ) ) - $now;
				// A claim that lasts longer than possible was made by a clock that ran ahead.
				if ( self::number( $state, $topic ) !== $told || ( $left > 0 && $left <= self::CLAIM_MS ) ) {
					return array( $state, false );
				}
				$state[ self::claim_of( $topic ) ] = $now + self::CLAIM_MS;
				return array( $state, true );
			}
		);
	}

	/**
	 * Notes that the mail program did not take it; the next call tries again.
	 *
	 * @param string $reason In the mail program's own words; '' where it gave none.
	 * @throws DatabaseError
	 */
	public function not_sent( string $topic, string $reason ): void {
		$now = ( $this->now_ms )();
		$this->state->change(
			static function ( array $state ) use ( $topic, $reason, $now ): array {
				unset( $state[ self::claim_of( $topic ) ] );
				$state[ self::problem_of( $topic ) ] = array(
					'since'  => self::problem_in( $state, $topic )['since'] ?? $now,
					'reason' => mb_substr( wp_check_invalid_utf8( $reason, true ), 0, 300 ),
				);
				return array( $state, null );
			}
		);
	}

	/**
	 * Since when an e-mail waits to be sent, in unix milliseconds, and why.
	 *
	 * @return array{since: int, reason: string}|null Null where none does.
	 * @throws DatabaseError
	 */
	public function problem(): ?array {
		$state = $this->state->get();
		return self::problem_in( $state, self::STOPPED ) ?? self::problem_in( $state, self::FAILING );
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array{since: int, reason: string}|null
	 */
	private static function problem_in( array $state, string $topic ): ?array {
		$problem = $state[ self::problem_of( $topic ) ] ?? null;
		return ! is_array( $problem ) ? null : array(
			'since'  => self::number( $problem, 'since' ),
			'reason' => is_string( $problem['reason'] ?? null ) ? $problem['reason'] : '',
		);
	}

	private static function claim_of( string $topic ): string {
		return $topic . '_claimed_until';
	}

	private static function problem_of( string $topic ): string {
		return $topic . '_not_sent';
	}

	/** @param array<mixed> $state */
	private static function number( array $state, string $name ): int {
		return is_int( $state[ $name ] ?? null ) ? $state[ $name ] : 0;
	}
}
