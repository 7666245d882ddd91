<?php
/**
 * The phases that find out which orders KeyCRM counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Hooks;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;

/**
 * Stock can be read without KeyCRM's orders, so no failure here ends a run. After a failed read, what was known before
 * stays. PageInputs then lets no number rise that depends on an order counted by KeyCRM.
 */
final class OrdersStep implements Step {

	public function __construct(
		private readonly ChannelDetector $search,
		private readonly CrmOrderReader $crm_reader,
		private readonly LocalOrderReader $local,
		private readonly SettingsStore $settings,
		private readonly OpenOrderModeChooser $holding,
		private readonly RetryPolicy $retry,
	) {}

	/** @throws DatabaseError */
	public function advance( Run $run, Lease $lease ): StepResult {
		$chosen = $this->settings->get()->hold_orders;
		if ( RunPhase::Orders === $run->phase && RunMode::Refresh !== $run->mode && ( ChannelSearchCursor::is_under_way( $run->cursor ) || ( array() === $run->cursor && $this->search->is_due( $run, $chosen ) ) ) ) {
			return StepResult::more( $this->search->advance( $run, $chosen ) );
		}
		$run  = ChannelSearchCursor::OVER === $run->cursor ? $run->with( cursor: array() ) : $run;
		$hold = $this->holding->effective( $chosen );
		return match ( $hold->mode ) {
			OpenOrderMode::KeyCrmOrders => 0 === $hold->source_id ? StepResult::done( $run ) : $this->read_crm_orders( $run, $hold ),
			OpenOrderMode::PluginMarks, OpenOrderMode::Statuses, OpenOrderMode::Filter => $this->local->advance( $run, $hold ),
			OpenOrderMode::Auto, OpenOrderMode::Off, OpenOrderMode::NotSent => StepResult::done( $run ),
		};
	}

	/**
	 * @throws ApiException Where asking again may help.
	 * @throws WaitRequired
	 * @throws DatabaseError
	 */
	private function read_crm_orders( Run $run, OpenOrderSettings $hold ): StepResult {
		try {
			return $this->crm_reader->advance( $run, $hold );
		} catch ( ApiException $error ) {
			if ( ! $this->gives_up( $run, $hold, $error ) ) {
				throw $error;
			}
			$this->crm_reader->note_failure( $hold->source_id );
			Hooks::unanswered( $run, 'orders', $error->kind->value, $error->details );
			return StepResult::done( $run->with( requests: $run->requests + ( $error->was_sent() ? 1 : 0 ) ) );
		}
	}

	/** A request is repeated as often as any other. But after a failed read it is sent only once, until a read succeeds. */
	private function gives_up( Run $run, OpenOrderSettings $hold, ApiException $error ): bool {
		if ( ErrorKind::RateLimited === $error->kind ) {
			return null === $this->retry->delay_ms( $run->refusals + 1, $error );
		}
		return $this->crm_reader->has_failed( $hold->source_id ) || null === $this->retry->delay_ms( $run->attempts + 1, $error );
	}
}
