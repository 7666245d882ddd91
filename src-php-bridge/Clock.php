<?php
/**
 * The time, and short waits.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RateLimiter;

final class Clock {

	/** Unix milliseconds. */
	public function now_ms(): int {
		return (int) floor( microtime( true ) * 1000 );
	}

	/** Sleeps until a request slot, for two seconds at most. A longer wait is stored in the run instead. */
	public function wait_until( int $ms ): void {
		$left = min( $ms - $this->now_ms(), RateLimiter::LONGEST_WAIT_MS );
		if ( $left > 0 ) {
			usleep( $left * 1000 );
		}
	}
}
