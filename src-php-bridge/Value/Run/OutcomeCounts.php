<?php
/**
 * How many shop products of a run ended in each outcome.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;

final class OutcomeCounts {

	/** @param array<string, int> $by_outcome Keyed by the Outcome's value; a missing one is 0. */
	public function __construct( private readonly array $by_outcome = array() ) {}

	public function count( Outcome $outcome ): int {
		return $this->by_outcome[ $outcome->value ] ?? 0;
	}

	public function plus( Outcome $outcome, int $number = 1 ): self {
		$changed                    = $this->by_outcome;
		$changed[ $outcome->value ] = $this->count( $outcome ) + $number;
		return new self( $changed );
	}

	/** The counts after one product has changed from one outcome to another. */
	public function moved( Outcome $from, Outcome $to ): self {
		return $from === $to ? $this : $this->plus( $from, -1 )->plus( $to );
	}

	/** @return array<string, int> Every outcome, in the order of the enum. */
	public function to_array(): array {
		$row = array();
		foreach ( Outcome::cases() as $outcome ) {
			$row[ $outcome->value ] = $this->count( $outcome );
		}
		return $row;
	}
}
