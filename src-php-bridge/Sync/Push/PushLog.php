<?php
/**
 * Stores what became of numbers that were sent, together with how far the run has come.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\ServerFacts;
use KeyCrmStock\Database\Transaction;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\Run;

/** Both in one transaction: a worker that dies in between leaves neither. */
final class PushLog {

	/** Seconds. */
	private const LOCK_WAIT = 5;

	public function __construct(
		private readonly Database $database,
		private readonly ChangeTable $changes,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<list<Change>> $portions Planned changes.
	 * @param list<list<Change>> $notes    The result of each of them.
	 * @param Run                $run      As it is to be stored, but for its counts.
	 * @throws DatabaseError
	 * @throws LeaseLost
	 */
	public function note( array $portions, array $notes, Run $run, Lease $lease ): Run {
		$counts = $run->counts;
		foreach ( $notes as $portion ) {
			foreach ( $portion as $note ) {
				$counts = $counts->moved( Outcome::Updated, $note->outcome );
			}
		}
		$transaction = new Transaction( $this->database, ServerFacts::read( $this->database ) );
		$transaction->begin( self::LOCK_WAIT );
		try {
			foreach ( $portions as $index => $plans ) {
				$this->changes->store_written( $run->id, $plans, $notes[ $index ], $this->clock->now_ms() );
			}
			$saved = $lease->save( $run->with( counts: $counts ) );
			$transaction->commit();
			return $saved;
		} catch ( \Throwable $cause ) {
			$transaction->rollback();
			throw $cause;
		}
	}

	/** The change with what was sent, or with why nothing was. */
	public function result( Change $plan, Decision $decision ): Change {
		return $plan->written( $decision->pushed->before ?? $plan->before, $decision->pushed?->after, $decision->outcome, $decision->reason, $decision->terms(), $this->clock->now_ms() );
	}

	/** The change as it was planned, because KeyCRM has carried it out without a clear answer. */
	public function sent_before( Change $plan ): Change {
		return $plan->written( $plan->before, $plan->after, Outcome::Updated, $plan->reason, $plan->parts, $this->clock->now_ms() );
	}

	/** The change with a failure. */
	public function failure( Change $plan, string $reason ): Change {
		return $plan->written( $plan->before, null, Outcome::Failed, $reason, $plan->parts, $this->clock->now_ms() );
	}
}
