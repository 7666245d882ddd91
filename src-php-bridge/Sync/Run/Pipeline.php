<?php
/**
 * The phases of one mode of run, in their order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\RunPhase;

final class Pipeline {

	/** @param non-empty-array<string, Step> $steps By RunPhase value. */
	public function __construct( private readonly array $steps ) {}

	public function step( RunPhase $phase ): Step {
		return $this->steps[ $phase->value ];
	}

	public function first(): RunPhase {
		return RunPhase::from( array_key_first( $this->steps ) );
	}

	/** Done after the last one. */
	public function after( RunPhase $phase ): RunPhase {
		$phases = array_keys( $this->steps );
		$place  = array_search( $phase->value, $phases, true );
		return RunPhase::from( $phases[ (int) $place + 1 ] ?? RunPhase::Done->value );
	}
}
