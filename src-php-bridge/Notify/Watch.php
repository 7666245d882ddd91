<?php
/**
 * Tells the owner what needs a person, once.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Store\RunTable;
use KeyCrmStock\Store\RunTroubles;
use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunError;
use KeyCrmStock\Value\RunMode;
use KeyCrmStock\Value\RunStatus;

/**
 * Looks at how things stand and not at what has just happened: a worker that dies between the end of a
 * run and its letter costs nothing, the next look sends it. What has been told is noted before the
 * letter goes, so that two workers do not tell it twice.
 */
final class Watch {

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunTroubles $troubles,
		private readonly AtomicOption $told,
		private readonly SettingsStore $settings,
		private readonly Post $post,
		private readonly FactsReader $facts,
	) {}

	public function look(): void {
		$this->look_for_a_decision();
		$this->look_for_failures();
	}

	private function look_for_a_decision(): void {
		$waiting = $this->troubles->newest_waiting();
		$told    = $this->note( 'stopped', $waiting->id ?? 0 );
		if ( null === $waiting || $told === $waiting->id || $this->was_replaced( $told ) ) {
			return;
		}
		$this->post->send( fn (): Letter => Letters::stopped( $waiting, $this->facts->read() ) );
	}

	/** A newer run that waits in the place of one that was told of is no news. */
	private function was_replaced( int $run_id ): bool {
		$run = $run_id > 0 ? $this->runs->find( $run_id ) : null;
		return null !== $run && (
			RunStatus::NeedsConfirmation === $run->status
			|| ( RunStatus::Cancelled === $run->status && RunError::SUPERSEDED === $run->error?->code )
		);
	}

	private function look_for_failures(): void {
		$most     = $this->settings->get()->notify->after_failures;
		$failures = $this->troubles->failures_in_a_row();
		$good     = $this->runs->latest_of( RunStatus::Succeeded, RunMode::Sync );
		if ( 0 === $failures ) {
			if ( 1 === $this->note( 'failing', 0 ) && null !== $good ) {
				$this->post->send( fn (): Letter => Letters::works_again( $good, $this->facts->read() ) );
			}
			return;
		}
		$last = $this->troubles->last_failed();
		if ( $most > 0 && $failures >= $most && null !== $last && 0 === $this->note( 'failing', 1 ) ) {
			$this->post->send( fn (): Letter => Letters::failing( $last, $failures, $this->facts->read() ) );
		}
	}

	/** Notes what is told now; says what was noted before. */
	private function note( string $name, int $value ): int {
		return $this->told->change(
			static function ( array $state ) use ( $name, $value ): array {
				$before         = $state[ $name ] ?? 0;
				$state[ $name ] = $value;
				return array( $state, is_int( $before ) ? $before : 0 );
			}
		);
	}
}
