<?php
/**
 * How far a run has come, on the screen of a terminal.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\Run\RunText;
use KeyCrmStock\Value\Run\Run;
use function WP_CLI\Utils\make_progress_bar;

/** One bar for each phase, because each counts something else. WP-CLI draws none if the output is no terminal. */
final class ProgressBar {

	/** @var \cli\progress\Bar|\WP_CLI\NoOp|null */
	private ?object $bar = null;

	private string $phase = '';

	private int $done = 0;

	public function show( Run $run ): void {
		$phase = $run->phase->value . $run->progress_total;
		if ( $phase !== $this->phase ) {
			$this->end();
			$this->phase = $phase;
			$this->done  = 0;
			$this->bar   = 0 === $run->progress_total ? null : make_progress_bar( RunText::phase( $run ), $run->progress_total );
		}
		if ( null !== $this->bar && $run->progress_done > $this->done ) {
			$this->bar->tick( $run->progress_done - $this->done );
			$this->done = $run->progress_done;
		}
	}

	public function end(): void {
		$this->bar?->finish();
		$this->bar = null;
	}
}
