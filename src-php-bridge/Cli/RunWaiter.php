<?php
/**
 * Keeps a run going until it ends.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Sync\Run\Worker;
use KeyCrmStock\Value\Run\Run;

/**
 * Works beside the queue and the admin screen, in the same small steps: the process that holds the lease
 * works, the others wait. Ctrl+C ends this process after its step, and the queue goes on with the run.
 */
final class RunWaiter {

	private const NAP_MS = 1000;

	private bool $interrupted = false;

	public function __construct(
		private readonly Worker $worker,
		private readonly Clock $clock,
	) {}

	/** @return Run Still active only after Ctrl+C. */
	public function to_end( Run $run ): Run {
		$this->listen();
		$bar = new ProgressBar();
		while ( $run->status->is_active() && ! $this->interrupted ) {
			$bar->show( $run );
			$began = $this->clock->now_ms();
			$run   = $this->worker->step_for_screen( $run );
			$this->rest( $run, $this->clock->now_ms() - $began );
		}
		$bar->end();
		return $run;
	}

	/** A step that ends early had nothing to do: the run waits, or another process has it. */
	private function rest( Run $run, int $worked_ms ): void {
		if ( ! $run->status->is_active() || $this->interrupted ) {
			return;
		}
		$left = null === $run->resume_at ? self::NAP_MS - $worked_ms : $run->resume_at - $this->clock->now_ms();
		if ( $left > 0 ) {
			usleep( 1000 * min( self::NAP_MS, $left ) );
		}
	}

	private function listen(): void {
		if ( function_exists( 'pcntl_async_signals' ) ) {
			pcntl_async_signals( true );
			foreach ( array( SIGINT, SIGTERM ) as $signal ) {
				pcntl_signal(
					$signal,
					function (): void {
						$this->interrupted = true;
					}
				);
			}
		}
	}
}
