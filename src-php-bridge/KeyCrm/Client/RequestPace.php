<?php
/**
 * How fast requests may follow one another.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

/**
 * Pure. Requests are spaced evenly, from slot to slot: what a caller does between two of them costs no time as
 * long as it is done before the next. A 429 halves the rate, which then grows back by a quarter each minute, but
 * slowly past the rate that was refused: another program spends part of the budget, and may not ask again when it
 * is refused in our place. `share` is the rate as a share of the limit in force, so a changed setting counts at
 * once. Times are unix milliseconds.
 *
 * KeyCRM counts a request when it arrives. If the first of two requests is delayed and the second is not, they
 * arrive closer together than they were sent. So the slots of a minute take a minute and the lag: the longest time
 * from a slot to its answer in this minute and the one before (60 a minute, 200 ms: a slot each 1,004 ms). A fixed
 * lag of 1,000 ms is refused as rarely, and reads 1.3 % slower: 10,000 offers in 202.4 s, not in 199.8 s.
 */
final class RequestPace {

	/** A late caller may catch up this part of a slot. One that comes much later begins anew. */
	private const CATCH_UP = 0.25;

	private const LOWEST_SHARE  = 0.05;
	private const WINDOW_MS     = 60_000;
	private const GROWTH        = 1.25;
	private const GROWTH_NEAR   = 1.03;
	private const NEAR_BY       = 1.1;
	private const LONGEST_STEPS = 200;

	/** Before anything has been measured. */
	private const ASSUMED_LAG_MS = 500;

	/** Other processes' requests of this moment are not measured yet. */
	private const SHORTEST_LAG_MS = 200;

	/** If an answer takes longer, KeyCRM's server was slow, not the network. */
	private const LONGEST_LAG_MS = 1_000;

	private const NO_LAG = array(
		'since'  => 0,
		'most'   => 0,
		'before' => 0,
	);

	/** No pause is longer than 15 minutes (RetryPolicy). A slot further away means that the server's clock was set back. */
	private const FARTHEST_MS = 20 * 60_000;

	/**
	 * @param float                                       $refused_at The share at which KeyCRM said 429.
	 * @param array{since: int, most: int, before: int} $lag        The longest of this minute, which began at `since`, and of the one before.
	 * @param int                                         $taken_at   The slot that taken() has given away, as the others are reckoned from it: a caller who came late sent after it.
	 */
	private function __construct(
		private readonly int $next_at,
		private readonly float $share,
		private readonly int $slowed_at,
		private readonly float $refused_at,
		private readonly array $lag,
		public readonly int $taken_at = 0,
	) {}

	/** @param array<string, mixed> $state As to_array() made it; empty at first. */
	public static function from_array( array $state, int $now_ms ): self {
		$number = static fn ( string $key, float $otherwise ): float => is_numeric( $state[ $key ] ?? null ) ? (float) $state[ $key ] : $otherwise;
		if ( $number( 'next_at', 0 ) - $now_ms > self::FARTHEST_MS ) {
			return new self( 0, 1, 0, 1, self::NO_LAG );
		}
		$lag = is_array( $state['lag'] ?? null ) ? $state['lag'] : array();
		$lag = array_map( static fn ( mixed $ms ): int => is_int( $ms ) ? $ms : 0, array_intersect_key( $lag, self::NO_LAG ) ) + self::NO_LAG;
		return new self( (int) $number( 'next_at', 0 ), $number( 'share', 1 ), (int) $number( 'slowed_at', 0 ), $number( 'refused_at', 1 ), $lag );
	}

	/** @return array{next_at: int, share: float, slowed_at: int, refused_at: float, lag: array{since: int, most: int, before: int}} */
	public function to_array(): array {
		return array(
			'next_at'    => $this->next_at,
			'share'      => $this->share,
			'slowed_at'  => $this->slowed_at,
			'refused_at' => $this->refused_at,
			'lag'        => $this->lag,
		);
	}

	/** The next free slot; not in the past. */
	public function slot( int $now_ms ): int {
		return max( $now_ms, $this->next_at );
	}

	/** The same, one slot before its turn. Not while another program spends part of the budget. */
	public function slot_ahead( int $now_ms, int $per_minute ): int {
		return $this->share_at( $now_ms ) < 1 ? $this->slot( $now_ms ) : max( $now_ms, $this->next_at - (int) $this->space( $now_ms, $per_minute ) );
	}

	private function space( int $now_ms, int $per_minute ): float {
		return ( self::WINDOW_MS + $this->lag_ms() ) / max( 1, $per_minute * $this->share_at( $now_ms ) );
	}

	/** After the next slot has been given away. */
	public function taken( int $now_ms, int $per_minute ): self {
		$space = $this->space( $now_ms, $per_minute );
		$late  = $now_ms - $this->next_at;
		$from  = $late > $space ? $now_ms : max( $this->next_at, $now_ms - (int) round( $space * self::CATCH_UP ) );
		return new self( $from + (int) ceil( $space ), $this->share, $this->slowed_at, $this->refused_at, $this->lag, $from );
	}

	/** After the answer to the request of the slot `taken_at`. */
	public function answered( int $taken_at, int $now_ms ): self {
		$lag = max( 0, $now_ms - $taken_at );
		$age = $now_ms - $this->lag['since'];
		// Processes report their answers a little out of sequence, so `age` may be below 0.
		$measured = abs( $age ) < self::WINDOW_MS
			? array( 'most' => max( $this->lag['most'], $lag ) ) + $this->lag
			: array(
				'since'  => $now_ms,
				'most'   => $lag,
				'before' => $age >= 0 && $age < 2 * self::WINDOW_MS ? $this->lag['most'] : 0,
			);
		return new self( $this->next_at, $this->share, $this->slowed_at, $this->refused_at, $measured );
	}

	/** After a 429 to a request sent at `sent_ms`: no request before `until_ms`, and then half the rate. */
	public function slowed( int $sent_ms, int $now_ms, int $until_ms ): self {
		$next_at   = max( $this->next_at, $until_ms );
		$slowed_at = max( $now_ms, $until_ms );
		if ( $sent_ms < $this->slowed_at ) {
			// Several workers may meet the same refusal; only the first of them halves.
			return new self( $next_at, $this->share, $slowed_at, $this->refused_at, $this->lag );
		}
		$share = $this->share_at( $now_ms );
		// Within a minute of the last refusal, KeyCRM's window is still filled by the old rate.
		$is_new = $sent_ms - $this->slowed_at >= self::WINDOW_MS;
		return new self( $next_at, max( self::LOWEST_SHARE, $share / 2 ), $slowed_at, $is_new ? $share : $this->refused_at, $this->lag );
	}

	/** How much longer than a minute the slots of a minute take. */
	public function lag_ms(): int {
		return 0 === $this->lag['since']
			? self::ASSUMED_LAG_MS
			: min( self::LONGEST_LAG_MS, max( self::SHORTEST_LAG_MS, $this->lag['most'], $this->lag['before'] ) );
	}

	/** 1 at full rate. */
	public function share_at( int $now_ms ): float {
		$share = $this->share;
		$steps = min( self::LONGEST_STEPS, intdiv( $now_ms - $this->slowed_at, self::WINDOW_MS ) );
		for ( ; $steps > 0 && $share < 1; $steps-- ) {
			$is_near = $share * self::GROWTH > $this->refused_at / self::NEAR_BY && $share < $this->refused_at * self::NEAR_BY;
			$share  *= $is_near ? self::GROWTH_NEAR : self::GROWTH;
		}
		return min( 1.0, $share );
	}
}
