<?php
/**
 * How long requests are under way.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/**
 * Pure. KeyCRM counts when a request arrives, and all we know is that this was between its slot and its
 * answer. Of two requests a minute apart the network may delay only the first, so to KeyCRM it was less than
 * a minute: that much longer than a minute the slots of a minute have to take. The longest of this minute
 * and the one before counts. Times are milliseconds.
 */
final class Lag {

	private const WINDOW_MS = 60_000;

	/** Before anything has been measured. */
	private const ASSUMED_MS = 500;

	/** Other processes' requests of this moment are not measured yet. */
	private const SHORTEST_MS = 200;

	/** An answer that takes longer has been worked on, not carried. */
	private const LONGEST_MS = 1_000;

	/** @param int $since When this minute began; 0: nothing has been measured. */
	private function __construct(
		private readonly int $since,
		private readonly int $most,
		private readonly int $before,
	) {}

	/** @param array<string, mixed> $state As to_array() made it; empty at first. */
	public static function from_array( array $state ): self {
		$number = static fn ( string $key ): int => is_int( $state[ $key ] ?? null ) ? $state[ $key ] : 0;
		return new self( $number( 'since' ), $number( 'most' ), $number( 'before' ) );
	}

	/** @return array{since: int, most: int, before: int} */
	public function to_array(): array {
		return array(
			'since'  => $this->since,
			'most'   => $this->most,
			'before' => $this->before,
		);
	}

	/** What to reckon with. */
	public function ms(): int {
		return 0 === $this->since ? self::ASSUMED_MS : min( self::LONGEST_MS, max( self::SHORTEST_MS, $this->most, $this->before ) );
	}

	public function measured( int $slot_ms, int $answered_ms ): self {
		$lag = max( 0, $answered_ms - $slot_ms );
		$age = $answered_ms - $this->since;
		// Processes tell of their answers a little out of order.
		if ( abs( $age ) < self::WINDOW_MS ) {
			return new self( $this->since, max( $this->most, $lag ), $this->before );
		}
		return new self( $answered_ms, $lag, $age >= 0 && $age < 2 * self::WINDOW_MS ? $this->most : 0 );
	}
}
