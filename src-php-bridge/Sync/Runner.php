<?php
/**
 * Advances a run: the one engine behind every driver.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\ApiException;
use KeyCrmStock\KeyCrm\ErrorKind;
use KeyCrmStock\KeyCrm\RetryPolicy;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Store\LeaseLost;
use KeyCrmStock\Store\RunTable;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunError;
use KeyCrmStock\Value\RunStatus;

/**
 * The admin screen, Action Scheduler, the tick and WP-CLI all call advance(). Any of them can die at
 * any instruction; the next one carries on from what was saved last.
 */
final class Runner {

	/** @param array<string, Step> $steps By RunPhase value. */
	public function __construct(
		private readonly RunTable $runs,
		private readonly array $steps,
		private readonly RetryPolicy $retry,
		private readonly Clock $clock,
	) {}

	/** Works on the run until it ends, must wait, or the budget is used up; returns how it stands then. */
	public function advance( Run $run, Budget $budget ): Run {
		$taken = Lease::take( $this->runs, $run->id, $this->clock );
		if ( null === $taken ) {
			return $this->runs->find( $run->id ) ?? $run;
		}
		[ $lease, $run ] = $taken;
		try {
			$run = $run->with( status: RunStatus::Running, waits_for: '', resume_at: null );
			do {
				// The first piece is done even without room: on a server that never has any, runs end all the same.
				$run = $this->one_step( $run, $lease );
			} while ( $run->status->is_active() && null === $run->resume_at && $budget->has_room( $this->clock->now_ms() ) );
			return $run;
		} catch ( LeaseLost ) {
			return $this->runs->find( $run->id ) ?? $run;
		} finally {
			$lease->release();
		}
	}

	/** @throws LeaseLost */
	private function one_step( Run $run, Lease $lease ): Run {
		try {
			return $this->steps[ $run->phase->value ]->advance( $run, $lease );
		} catch ( LeaseLost $lost ) {
			throw $lost;
		} catch ( MustWait $wait ) {
			return $lease->save( $this->waiting( $run, $wait->until_ms, $wait->reason ) );
		} catch ( ApiException $error ) {
			return $lease->save( $this->after_fault( $run->with( requests: $run->requests + ( $error->was_sent() ? 1 : 0 ) ), $error ) );
		} catch ( RunFailed $failure ) {
			return $lease->save( $this->failed( $run, $failure->error ) );
		} catch ( SettingsDamaged $damage ) {
			return $lease->save( $this->failed( $run, RunFailed::settings_damaged( $damage )->error ) );
		} catch ( \Throwable $cause ) {
			return $lease->save( $this->failed( $run, RunFailed::unexpected( $cause )->error ) );
		}
	}

	private function after_fault( Run $run, ApiException $error ): Run {
		// A refusal for coming too fast says nothing about KeyCRM's health: it is counted apart.
		$limited = ErrorKind::RateLimited === $error->kind;
		$run     = $limited ? $run->with( refusals: $run->refusals + 1 ) : $run->with( attempts: $run->attempts + 1 );
		$delay   = $this->retry->delay_ms( $limited ? $run->refusals : $run->attempts, $error );
		if ( null === $delay ) {
			return $this->failed( $run, $error->to_run_error() );
		}
		/**
		 * A request to KeyCRM brought no usable answer and will be sent again.
		 *
		 * @param int    $run_id
		 * @param string $code     One of ErrorKind.
		 * @param string $details  For technical people.
		 * @param int    $delay_ms
		 */
		do_action( 'keycrm_stock_run_delayed', $run->id, $error->kind->value, $error->details, $delay );
		return $this->waiting( $run, $this->clock->now_ms() + $delay, $limited ? MustWait::LIMIT : MustWait::RETRY );
	}

	private function waiting( Run $run, int $until_ms, string $reason ): Run {
		return $run->with( status: RunStatus::Waiting, resume_at: $until_ms, waits_for: $reason );
	}

	private function failed( Run $run, RunError $error ): Run {
		do_action( 'keycrm_stock_run_failed', $run->id, $error->code, $error->details );
		return $run->ended( RunStatus::Failed, $this->clock->now_ms(), $error );
	}
}
