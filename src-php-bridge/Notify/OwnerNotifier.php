<?php
/**
 * E-mails the owner what needs a person, once.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Store\Run\Notifications;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunStatus;

/**
 * Goes by how things stand, and not by what has just happened. If a worker dies between the end of a run and its
 * e-mail, the next call sends it. An e-mail that the mail program did not take is sent again in the same way.
 */
final class OwnerNotifier {

	public function __construct(
		private readonly RunTable $runs,
		private readonly RunAlerts $alerts,
		private readonly Notifications $notifications,
		private readonly SettingsStore $settings,
		private readonly Mailer $mailer,
		private readonly FactsReader $facts,
	) {}

	public function notify_if_due(): void {
		$this->look_for_a_decision();
		$this->look_for_failures();
	}

	private function look_for_a_decision(): void {
		// Whoever has KeyCRM filled is looking at it.
		$newest  = $this->alerts->newest_waiting();
		$waiting = RunMode::Fill === $newest?->mode ? null : $newest;
		$told    = $this->notifications->told( Notifications::STOPPED );
		if ( null === $waiting || $told === $waiting->id || $this->was_replaced( $told ) ) {
			$this->notifications->note( Notifications::STOPPED, $waiting->id ?? 0 );
			return;
		}
		$this->tell( Notifications::STOPPED, $told, $waiting->id, fn (): Email => EmailMessages::stopped( $waiting, $this->facts->read() ) );
	}

	/** If a newer run waits in the place of one that the owner knows of, no e-mail is sent. */
	private function was_replaced( int $run_id ): bool {
		$run = $run_id > 0 ? $this->runs->find( $run_id ) : null;
		return null !== $run && (
			RunStatus::NeedsConfirmation === $run->status
			|| ( RunStatus::Cancelled === $run->status && RunError::SUPERSEDED === $run->error?->code )
		);
	}

	private function look_for_failures(): void {
		$most     = $this->settings->get()->notify->after_failures;
		$failures = $this->alerts->failures_in_a_row();
		$told     = $this->notifications->told( Notifications::FAILING );
		if ( 0 === $failures ) {
			$good = 0 === $told ? null : $this->runs->last_good_sync();
			if ( null !== $good ) {
				$this->tell( Notifications::FAILING, $told, 0, fn (): Email => EmailMessages::works_again( $good, $this->facts->read() ) );
			} else {
				$this->notifications->note( Notifications::FAILING, 0 );
			}
			return;
		}
		$last = $most > 0 && $failures >= $most && 0 === $told ? $this->alerts->last_failed() : null;
		if ( null !== $last ) {
			$this->tell( Notifications::FAILING, $told, 1, fn (): Email => EmailMessages::failing( $last, $failures, $this->facts->read() ) );
		}
	}

	/**
	 * @param int                $told   What the owner was told about it before.
	 * @param int                $value  What this e-mail tells.
	 * @param callable(): Email $write
	 */
	private function tell( string $topic, int $told, int $value, callable $write ): void {
		if ( ! $this->notifications->claim( $topic, $told ) ) {
			return;
		}
		$refusal = $this->mailer->send( $write );
		if ( null === $refusal ) {
			$this->notifications->note( $topic, $value );
		} else {
			$this->notifications->not_sent( $topic, $refusal );
		}
	}
}
