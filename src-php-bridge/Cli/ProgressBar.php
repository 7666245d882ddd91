<?php
/**
 * How far a run has come, on the screen of a terminal.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;

use function WP_CLI\Utils\make_progress_bar;

/** One bar a phase, because each counts something else. WP-CLI draws none where the output is no terminal. */
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
			$this->bar   = 0 === $run->progress_total ? null : make_progress_bar( self::name( $run->phase ), $run->progress_total );
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

	/** @see src-admin/words.ts phaseName() */
	private static function name( RunPhase $phase ): string {
		return match ( $phase ) {
			RunPhase::Orders, RunPhase::Recheck => __( 'Looking up your orders in KeyCRM', 'stock-sync-for-keycrm' ),
			RunPhase::Read => __( 'Reading stock from KeyCRM', 'stock-sync-for-keycrm' ),
			RunPhase::Gone => __( 'Looking up products that KeyCRM’s stock list lacks', 'stock-sync-for-keycrm' ),
			RunPhase::Plan => __( 'Comparing with your products', 'stock-sync-for-keycrm' ),
			RunPhase::Guard => __( 'Checking that the numbers make sense', 'stock-sync-for-keycrm' ),
			RunPhase::Write => __( 'Writing the new numbers', 'stock-sync-for-keycrm' ),
			RunPhase::Done => __( 'Finishing', 'stock-sync-for-keycrm' ),
		};
	}
}
