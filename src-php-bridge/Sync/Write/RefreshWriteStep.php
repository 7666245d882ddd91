<?php
/**
 * The phase write of a refresh.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;

/** Offers leave the queue only after the run has ended well. One that fails, is cancelled or waits for a person leaves them to the next. */
final class RefreshWriteStep implements Step {

	public function __construct(
		private readonly Step $write,
		private readonly DirtyOffers $offers,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$result = $this->write->advance( $run, $lease );
		return $result->is_done ? $result->with_after_save( fn () => $this->offers->finish( $run->id ) ) : $result;
	}
}
