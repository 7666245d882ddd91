<?php
/**
 * What to do with one product, and why.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Availability;
use KeyCrmStock\Value\Stock\PushedStock;

/**
 * Outcome Updated or Unchanged: `parts` holds the number and how it is made up. With the reason GONE it is 0,
 * because KeyCRM no longer has the product. If KeyCRM's number is written, `pushed` holds it instead of `parts`. Any
 * other outcome: the number is not written, and `reason` is a code from which Text makes a sentence.
 */
final class Decision {

	public const GONE = 'gone';

	private function __construct(
		public readonly Outcome $outcome,
		public readonly string $reason,
		public readonly ?int $offer_id,
		public readonly ?Availability $parts,
		public readonly ?PushedStock $pushed = null,
	) {}

	public static function leave( Outcome $outcome, string $reason = '', ?LevelRow $row = null ): self {
		return new self( $outcome, $reason, $row?->level->offer_id, null );
	}

	public static function zero( LevelRow $row ): self {
		return new self( Outcome::Updated, self::GONE, $row->level->offer_id, Availability::nothing() );
	}

	/** Whether KeyCRM has the product. */
	public function is_matched(): bool {
		return null !== $this->offer_id && self::GONE !== $this->reason;
	}

	/** The number that it should have on the side that is written; null if it gets none. */
	public function number(): ?float {
		return $this->pushed->after ?? $this->parts?->available;
	}

	/** @return array<mixed>|null How the number is made up, for the log. */
	public function terms(): ?array {
		return $this->pushed?->terms() ?? $this->parts?->to_array();
	}

	public static function push( Outcome $outcome, LevelRow $row, PushedStock $pushed ): self {
		return new self( $outcome, '', $row->level->offer_id, null, $pushed );
	}

	public static function set( Outcome $outcome, LevelRow $row, Availability $parts ): self {
		return new self( $outcome, '', $row->level->offer_id, $parts );
	}
}
