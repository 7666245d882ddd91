<?php
/**
 * The last phase of filling KeyCRM: when all is there, KeyCRM leads.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;

final class FillEndStep implements Step {

	public function __construct(
		private readonly Step $verify,
		private readonly SettingsStore $settings,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		$result = $this->verify->advance( $run, $lease );
		if ( $result->is_done && Settings::KEYCRM_TO_SHOP !== $this->settings->reload()->direction ) {
			// A worker that dies before the run is saved does this once more, which changes nothing.
			$this->settings->save( array( 'direction' => Settings::KEYCRM_TO_SHOP ) );
		}
		return $result;
	}
}
