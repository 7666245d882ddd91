<?php
/**
 * How far a run has sent its numbers to KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

final class SendCursor {

	/** Rows of one request. KeyCRM takes 10,000 at most (keycrm-server/API.md §6); half of them is quick and fits into any memory. */
	public const MOST = 5000;

	/**
	 * @param int       $after_id The last product that was dealt with.
	 * @param int       $size     Most rows of the next request; less after a refusal.
	 * @param int       $tried_at When the next rows were sent, without a clear answer; unix milliseconds, 0 for never.
	 * @param int       $tries    Such attempts in a row.
	 * @param int       $refusals Refused requests since the last one that KeyCRM has taken.
	 * @param list<int> $absent   Offers that the stock list has left out.
	 * @param int       $round    1 for the first sending, one more each time that something had to be sent again.
	 * @param int       $since    When this round began, unix milliseconds; 0 for the first.
	 */
	public function __construct(
		public readonly int $after_id = 0,
		public readonly int $size = self::MOST,
		public readonly int $tried_at = 0,
		public readonly int $tries = 0,
		public readonly int $refusals = 0,
		public readonly array $absent = array(),
		public readonly int $round = 1,
		public readonly int $since = 0,
	) {}

	/** @param array<string, mixed> $row Empty at the beginning of the phase. */
	public static function from_array( array $row ): self {
		return new self( ...$row );
	}

	/** @return array<string, mixed> */
	public function to_array(): array {
		return get_object_vars( $this );
	}

	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** @return array{round: int, since: int} Where the phase that reads back begins. */
	public function to_read_back(): array {
		return array(
			'round' => $this->round,
			'since' => $this->since,
		);
	}

	/** After KeyCRM has taken a request. */
	public function taken( int $after_id ): self {
		return $this->with( after_id: $after_id, size: min( self::MOST, 2 * $this->size ), tried_at: 0, tries: 0, refusals: 0 );
	}

	/** After KeyCRM has refused a request, and so carried nothing of it out. */
	public function refused( int $next_size ): self {
		return $this->with( size: max( 1, $next_size ), tried_at: 0, tries: 0, refusals: $this->refusals + 1 );
	}
}
