<?php
/**
 * How fast requests may follow one another.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

/**
 * Pure. Requests are spaced evenly (60 / limit seconds); after a pause half a space may be caught
 * up, so that any 60 seconds hold at most limit + 1 requests. A 429 halves the rate, which then grows
 * back by a quarter each minute. `share` is the rate as a share of the limit in force, so a changed
 * setting counts at once. Times are unix milliseconds.
 */
final class Pace {

	private const CATCH_UP      = 0.5;
	private const LOWEST_SHARE  = 0.05;
	private const GROWTH        = 1.25;
	private const GROWTH_EVERY  = 60_000;

	private function __construct(
		private readonly int $next_at,
		private readonly float $share,
		private readonly int $slowed_at,
	) {}

	/** @param array<string, mixed> $state As to_array() made it; empty at first. */
	public static function from_array( array $state ): self {
		$number = static fn ( string $key, float $otherwise ): float => is_numeric( $state[ $key ] ?? null ) ? (float) $state[ $key ] : $otherwise;
		return new self( (int) $number( 'next_at', 0 ), $number( 'share', 1 ), (int) $number( 'slowed_at', 0 ) );
	}

	/** @return array{next_at: int, share: float, slowed_at: int} */
	public function to_array(): array {
		return array(
			'next_at'   => $this->next_at,
			'share'     => $this->share,
			'slowed_at' => $this->slowed_at,
		);
	}

	/** The next free slot; not in the past. */
	public function slot( int $now_ms ): int {
		return max( $now_ms, $this->next_at );
	}

	/** After the next slot has been given away. */
	public function taken( int $now_ms, int $per_minute ): self {
		$space    = 60_000 / max( 1, $per_minute * $this->share_at( $now_ms ) );
		$earliest = max( $this->next_at, $now_ms - (int) round( $space * self::CATCH_UP ) );
		return new self( $earliest + (int) ceil( $space ), $this->share, $this->slowed_at );
	}

	/** After a 429 to a request sent at `sent_ms`: nobody sends before `until_ms`, and then at half the rate. */
	public function slowed( int $sent_ms, int $now_ms, int $until_ms ): self {
		// Several workers may meet the same refusal; only the first of them halves.
		$halve = $sent_ms >= $this->slowed_at;
		return new self(
			max( $this->next_at, $until_ms ),
			$halve ? max( self::LOWEST_SHARE, $this->share_at( $now_ms ) / 2 ) : $this->share,
			max( $now_ms, $until_ms )
		);
	}

	/** 1 at full rate. */
	public function share_at( int $now_ms ): float {
		$steps = max( 0, intdiv( $now_ms - $this->slowed_at, self::GROWTH_EVERY ) );
		return $this->share >= 1 ? 1.0 : min( 1.0, $this->share * self::GROWTH ** min( $steps, 100 ) );
	}
}
