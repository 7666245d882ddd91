<?php
/**
 * The phase write of a run that makes drafts of what the shop lacks.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Shop\Draft\DraftPicture;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Sync\Create\CreationLog;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Sync\Run\Step;
use KeyCrmStock\Sync\Run\StepResult;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Run\Run;

/**
 * A few simple products in each step, or one product with its variations, or one picture. A product, its line in the log
 * and the run's place are stored together, so no product is made twice.
 */
final class DraftWriteStep implements Step {

	private const SIMPLE_AT_A_TIME = 10;

	public function __construct(
		private readonly CreationLog $log,
		private readonly DraftMaker $maker,
		private readonly DraftPicture $pictures,
		private readonly ChangeTable $changes,
		private readonly SettingsFingerprint $settings,
		private readonly Scheduler $schedule,
		private readonly Clock $clock,
	) {}

	public function advance( Run $run, Lease $lease ): StepResult {
		if ( $this->settings->current() !== $run->settings ) {
			throw RunFailed::creation_outdated();
		}
		$cursor = DraftCursor::from_array( $run->cursor );
		if ( array() !== $cursor->pictures ) {
			return StepResult::more( $this->with_picture( $run, $lease, $cursor ) );
		}
		$rows = $this->next( $run );
		if ( array() === $rows ) {
			$this->schedule->plan_refresh( $this->clock->now_ms() );
			return StepResult::done( $this->log->counted( $run ) );
		}
		return StepResult::more( $this->maker->make( $run, $lease, $rows ) );
	}

	/** @return list<Change> Variations of one product, or some simple products. */
	private function next( Run $run ): array {
		$rows  = $this->log->unmade( $run->id, 0, self::SIMPLE_AT_A_TIME );
		$group = array() === $rows ? 0 : self::group( $rows[0] );
		return $group > 0
			? $this->log->unmade_among( $run->id, $this->log->ids_of_group( $run->id, $group ) )
			: array_values( array_filter( $rows, static fn ( Change $row ): bool => 0 === self::group( $row ) ) );
	}

	/** It is tried once: a picture whose work ends the process must not end the next one too. Its rows say that there is none, until there is. */
	private function with_picture( Run $run, Lease $lease, DraftCursor $cursor ): Run {
		$picture = $cursor->pictures[0];
		$run     = $lease->save( $run->with( cursor: ( new DraftCursor( array_slice( $cursor->pictures, 1 ) ) )->to_array() ) );
		if ( $this->pictures->give( $picture['product_id'], $picture['url'] ) && array() !== $picture['rows'] ) {
			$rows = $this->changes->for_products( $run->id, $picture['rows'] );
			$this->changes->store( array_map( static fn ( Change $row ): Change => $row->with_parts( Creation::from_parts( $row->parts )?->without( Creation::NO_PICTURE )->to_parts() ), $rows ) );
		}
		return $run;
	}

	private static function group( Change $row ): int {
		return Creation::from_parts( $row->parts )->group_id ?? 0;
	}
}
