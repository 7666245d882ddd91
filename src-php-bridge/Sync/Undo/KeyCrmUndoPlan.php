<?php
/**
 * Which of the numbers that were sent to KeyCRM go back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Push\PushLog;
use KeyCrmStock\Sync\Push\PushPage;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** From the levels as they were read last. Before a number is sent, its level is read again if it is old. */
final class KeyCrmUndoPlan implements UndoPlan {

	public function __construct(
		private readonly PushPage $page,
		private readonly PushLog $log,
		private readonly Clock $clock,
	) {}

	public function planned( array $written, Run $undo ): array {
		$decisions = $this->page->decisions( $written, $undo );
		return array_map( fn ( Change $change ): Change => $this->change( $change->of_run( $undo->id ), $decisions[ $change->product_id ] ), $written );
	}

	private function change( Change $change, Decision $decision ): Change {
		$result = $this->log->result( $change, $decision );
		return new Change( ...array_merge( get_object_vars( $result ), array( 'reason' => Outcome::Updated === $result->outcome ? 'undo' : $result->reason, 'planned_at' => $this->clock->now_ms(), 'written_at' => null ) ) );
	}
}
