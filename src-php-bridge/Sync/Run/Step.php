<?php
/**
 * One phase of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Value\Run\Run;

interface Step {

	/**
	 * Does the next small piece of the phase, and returns the run that the Runner must save under the lease.
	 * The process may die at any instruction, so doing the same piece again must do no harm.
	 *
	 * @throws WaitRequired
	 * @throws RunFailed
	 * @throws ApiException
	 * @throws LeaseLost
	 * @throws SettingsDamaged
	 */
	public function advance( Run $run, Lease $lease ): StepResult;
}
