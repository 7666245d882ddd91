<?php
/**
 * Decides what happens to a run whose step threw.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunStatus;

/** The run waits and repeats the step, or it fails with a reason. */
final class StepFailures {

	/**
	 * Pauses after the first, second … failure of the database in a row, in milliseconds. By then another process's
	 * lock, a deadlock or a restart of the server are over.
	 */
	private const DATABASE_PAUSES = array( 2_000, 5_000, 15_000, 30_000, 60_000 );

	/** A step in which the process has died this many times in a row is not begun again. */
	private const MOST_DEATHS = 5;

	public function __construct(
		private readonly RetryPolicy $retry,
		private readonly Clock $clock,
	) {}

	/** The run after the failure: waiting or failed, not saved yet. */
	public function after( Run $run, \Throwable $cause ): Run {
		return match ( true ) {
			$cause instanceof WaitRequired => $this->waiting( $run, $cause->until_ms, $cause->reason ),
			$cause instanceof ApiException => $this->after_request( $run->with( requests: $run->requests + ( $cause->was_sent() ? 1 : 0 ) ), $cause ),
			$cause instanceof DatabaseError => $this->after_statement( $run->with( database_faults: $run->database_faults + 1 ), $cause ),
			$cause instanceof RunFailed => $this->failed( $run, $cause->error ),
			$cause instanceof SettingsDamaged => $this->failed( $run, RunFailed::settings_damaged()->error ),
			default => $this->failed( $run, RunFailed::unexpected( $cause )->error ),
		};
	}

	/**
	 * A step that kills its process (memory, time) leaves no exception. Only the lease that was never given back
	 * shows it.
	 *
	 * @return Run|null The failed run; null if it may go on.
	 */
	public function after_deaths( Run $run ): ?Run {
		return $run->deaths < self::MOST_DEATHS ? null : $this->failed( $run, RunFailed::process_died( $run )->error );
	}

	private function after_request( Run $run, ApiException $error ): Run {
		// A 429 is no sign that KeyCRM is failing, so it is counted apart.
		$limited = ErrorKind::RateLimited === $error->kind;
		$run     = $limited ? $run->with( refusals: $run->refusals + 1 ) : $run->with( attempts: $run->attempts + 1 );
		$delay   = $this->retry->delay_ms( $limited ? $run->refusals : $run->attempts, $error );
		return null === $delay
			? $this->failed( $run, $error->to_run_error() )
			: $this->waiting( $run, $this->clock->now_ms() + $delay, $limited ? WaitRequired::LIMIT : WaitRequired::RETRY );
	}

	private function after_statement( Run $run, DatabaseError $error ): Run {
		$pause = self::DATABASE_PAUSES[ $run->database_faults - 1 ] ?? null;
		return null === $pause
			? $this->failed( $run, RunFailed::database( $error )->error )
			: $this->waiting( $run, $this->clock->now_ms() + $pause, WaitRequired::DATABASE );
	}

	private function waiting( Run $run, int $until_ms, string $reason ): Run {
		return $run->with( status: RunStatus::Waiting, resume_at: $until_ms, waits_for: $reason );
	}

	private function failed( Run $run, RunError $error ): Run {
		return $run->ended( RunStatus::Failed, $this->clock->now_ms(), $error );
	}
}
