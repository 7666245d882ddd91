<?php
/**
 * Begins a run where none is under way.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\Run;

final class Opening {

	private const TRIES = 5;

	/**
	 * The one under way may end between our try and our look at it: then the place is free, and we try again.
	 *
	 * @param callable(): ?Run $create Gives null where the database refuses a second run.
	 * @throws RunActive
	 * @throws RunNotPossible
	 */
	public static function of( RunTable $runs, int $now_ms, callable $create ): Run {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$run = $create();
			if ( null !== $run ) {
				return $run;
			}
			$active = $runs->active();
			if ( null !== $active ) {
				throw new RunActive( $active );
			}
			$runs->end_unknown( $now_ms );
		}
		throw RunNotPossible::not_started();
	}
}
