<?php
/**
 * The result of one piece of a phase: there is more to do, or the phase is done.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\Run;

final class StepResult {

	/**
	 * @param \Closure(): void|null $after_save
	 * @param array<string, mixed>  $next_cursor
	 */
	private function __construct(
		public readonly Run $run,
		public readonly bool $is_done,
		public readonly bool $begins_anew,
		public readonly int $next_total,
		public readonly ?\Closure $after_save = null,
		public readonly array $next_cursor = array(),
	) {}

	/** The phase goes on, or a run that is no longer active has ended within it. */
	public static function more( Run $run ): self {
		return new self( $run, false, false, 0 );
	}

	/**
	 * The run is ready for the next phase of its pipeline.
	 *
	 * @param int                  $next_total  How much work the next phase has, as far as this one knows.
	 * @param array<string, mixed> $next_cursor Where the next phase begins, if not at its beginning.
	 */
	public static function done( Run $run, int $next_total = 0, array $next_cursor = array() ): self {
		return new self( $run, true, false, $next_total, null, $next_cursor );
	}

	/** The run stands at the beginning of an earlier phase, because some of its work has to be done again. */
	public static function back_to( Run $run ): self {
		return new self( $run, false, false, 0 );
	}

	/** What the run has read and planned is of no use: it goes back to the first phase of its pipeline. */
	public static function again( Run $run ): self {
		return new self( $run, false, true, 0 );
	}

	/** @param \Closure(): void $after_save What may happen only once the run stands in its table as it is now. */
	public function with_after_save( \Closure $after_save ): self {
		return new self( $this->run, $this->is_done, $this->begins_anew, $this->next_total, $after_save, $this->next_cursor );
	}
}
