<?php
/**
 * A step whose requests go before those of other runs.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\RateLimiter;
use KeyCrmStock\Value\Run\Run;

final class UrgentStep implements Step {

	public function __construct(
		private readonly Step $step,
		private readonly RateLimiter $limiter,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		return $this->limiter->urgently( fn (): StepResult => $this->step->advance( $run, $lease ) );
	}
}
