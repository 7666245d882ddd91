<?php
/**
 * The runs, and the lease under which one worker advances one of them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

/** Every change of a run has a condition on its lease; if the lease is lost, nothing is changed. */
final class RunTable {

	/** The lane of runs that look at the whole shop. In each lane at most one run is active. */
	public const MAIN = 'main';

	/** The lane of runs that look only at offers that have changed; they may go on beside the others. */
	public const REFRESH = 'refresh';

	/** The lane of runs that make products on the other side. They write no number that another run writes. */
	public const CREATE = 'create';

	// A sum, so that the row is found by its id. Through one_active (EXPLAIN shows that, once a run is active) the
	// index is locked before the row, and transition() locks them the other way round: a deadlock.
	private const IS_ACTIVE = 'active + 0 = 1';

	/** The longest single pause of a run. KeyCRM's Retry-After is cut to this. */
	public const LONGEST_PAUSE_MS = 900_000;

	/** The clocks of two web servers may differ by this much. */
	private const CLOCKS_DIFFER_MS = 60_000;

	public function __construct( private readonly Database $database ) {}

	/**
	 * Null where the lane already has an active run: the UNIQUE key refuses the row.
	 *
	 * @param Side     $side   Whose stock quantities it writes.
	 * @param RunPhase $first  The mode's first phase.
	 * @param int      $undoes The run that this run undoes; 0 for none.
	 */
	public function create( string $lane, Side $side, RunMode $mode, RunPhase $first, RunTrigger $trigger, int $now_ms, int $undoes = 0 ): ?Run {
		$made = $this->database->run(
			'INSERT IGNORE INTO ' . $this->table() . ' (mode, lane, side, active, `trigger`, status, phase, `cursor`, counts, undoes, started_at, updated_at) VALUES (%s, %s, %s, 1, %s, %s, %s, %s, %s, %d, %d, %d)',
			array( $mode->value, $lane, $side->value, $trigger->value, RunStatus::Running->value, $first->value, '[]', '[]', $undoes, $now_ms, $now_ms )
		);
		return 1 === $made ? $this->find( $this->database->inserted_id() ) : null;
	}

	/** The newest run that has undone this run. */
	public function undo_of( int $id ): ?Run {
		return $this->first( 'undoes = %d AND status = %s', array( $id, RunStatus::Succeeded->value ) );
	}

	public function find( int $id ): ?Run {
		return $this->first( 'id = %d', array( $id ) );
	}

	public function active( string $lane ): ?Run {
		return $this->first( 'active = 1 AND lane = %s', array( $lane ) );
	}

	public function latest( string $lane ): ?Run {
		return $this->first( 'lane = %s', array( $lane ) );
	}

	/**
	 * The newest sync of the whole shop that has ended well.
	 *
	 * @param Side|null $side Whose quantities it wrote; null for either.
	 */
	public function last_good_sync( ?Side $side = null ): ?Run {
		return null === $side
			? $this->first( 'status = %s AND mode = %s', array( RunStatus::Succeeded->value, RunMode::Sync->value ) )
			: $this->first( 'status = %s AND mode = %s AND side = %s', array( RunStatus::Succeeded->value, RunMode::Sync->value, $side->value ) );
	}

	/** Runs of the lane that failed since the last one that did not. */
	public function failures_in_lane( string $lane ): int {
		return (int) $this->database->value(
			'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE lane = %s AND status = %s AND id > (SELECT COALESCE(MAX(id), 0) FROM ' . $this->table() . ' WHERE lane = %s AND status <> %s)',
			array( $lane, RunStatus::Failed->value, $lane, RunStatus::Failed->value )
		);
	}

	/** @return list<Run> Stopped by the guard before the given run. */
	public function waiting_for_a_person( int $before_id ): array {
		return RunRow::to_runs(
			$this->database->rows(
				'SELECT * FROM ' . $this->table() . ' WHERE status = %s AND id < %d ORDER BY id',
				array( RunStatus::NeedsConfirmation->value, $before_id )
			)
		);
	}

	/** @return list<int> Runs of any lane that are active or wait for a person: their plan is still needed. */
	public function unfinished(): array {
		return $this->database->ids( 'SELECT id FROM ' . $this->table() . ' WHERE active = 1 OR status = %s', array( RunStatus::NeedsConfirmation->value ) );
	}

	/** @return list<Run> Newest first. */
	public function page( int $page, int $per_page, bool $with_refreshes = true ): array {
		return RunRow::to_runs(
			$this->database->rows(
				'SELECT * FROM ' . $this->table() . ' WHERE ' . RunRow::is_known() . self::listed( $with_refreshes ) . ' ORDER BY id DESC LIMIT %d OFFSET %d',
				array( $per_page, ( $page - 1 ) * $per_page )
			)
		);
	}

	public function count( bool $with_refreshes = true ): int {
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE ' . RunRow::is_known() . self::listed( $with_refreshes ) );
	}

	private static function listed( bool $with_refreshes ): string {
		return $with_refreshes ? '' : " AND lane <> '" . self::REFRESH . "'";
	}

	/** The newest run that has compared the whole shop: its changes hold the mismatches. */
	public function newest_list(): ?Run {
		return $this->first(
			'mode IN (%s, %s) AND status IN (%s, %s) AND planned_at IS NOT NULL',
			array( RunMode::Sync->value, RunMode::Preview->value, RunStatus::Succeeded->value, RunStatus::NeedsConfirmation->value )
		);
	}

	/**
	 * @param list<int> $kept Runs that stay.
	 * @return int Rows deleted; call again until it says 0.
	 */
	public function prune( int $before_ms, array $kept, int $limit ): int {
		$places = implode( ', ', array_fill( 0, count( $kept ) + 1, '%d' ) );
		$ids    = array_column(
			$this->database->rows(
				'SELECT id FROM ' . $this->table() . " WHERE started_at < %d AND active IS NULL AND status <> %s AND id NOT IN ($places) LIMIT %d",
				array( $before_ms, RunStatus::NeedsConfirmation->value, 0, ...$kept, $limit )
			),
			'id'
		);
		return array() === $ids ? 0 : $this->database->run( 'DELETE FROM ' . $this->table() . ' WHERE id IN (' . implode( ', ', array_map( 'intval', $ids ) ) . ')' );
	}

	/**
	 * Takes a lease on the run; null if it is not active, not due yet, or held by another worker. A lease or pause
	 * that lasts longer than possible was noted by a clock that ran ahead, and is ignored. A lease that was not
	 * given back belongs to a worker that died.
	 */
	public function acquire( int $id, string $owner, int $now_ms, int $until_ms ): ?Run {
		$taken = $this->database->run(
			// MySQL assigns from left to right: `deaths` looks at the former owner.
			'UPDATE ' . $this->table() . ' SET deaths = CASE WHEN lease_owner = %s THEN deaths ELSE deaths + 1 END, lease_owner = %s, lease_until = %d, saves = saves + 1
			WHERE id = %d AND ' . self::IS_ACTIVE . ' AND (lease_until < %d OR lease_until > %d) AND (resume_at IS NULL OR resume_at <= %d OR resume_at > %d)',
			array( '', $owner, $until_ms, $id, $now_ms, $until_ms + self::CLOCKS_DIFFER_MS, $now_ms, $now_ms + self::LONGEST_PAUSE_MS + self::CLOCKS_DIFFER_MS )
		);
		return 1 === $taken ? $this->find( $id )?->with( lease_until: 0 ) : null;
	}

	/**
	 * @throws LeaseLost
	 * @throws TransactionLost Within a transaction that is no longer there.
	 */
	public function save( Run $run, string $owner, int $now_ms, int $until_ms ): void {
		$row = RunRow::from_run( $run ) + array(
			'updated_at'  => $now_ms,
			'lease_until' => $run->status->is_active() ? $until_ms : 0,
		);
		// `saves` makes every save a change, because MySQL counts changed rows, not found rows.
		$changed = $this->database->run(
			'UPDATE ' . $this->table() . ' SET ' . $this->assignments( $row ) . ', saves = saves + 1 WHERE id = %d AND ' . self::IS_ACTIVE . ' AND lease_owner = %s' . $this->database->and_in_transaction(),
			array( ...array_values( $row ), $run->id, $owner )
		);
		if ( 1 !== $changed ) {
			$this->database->transaction()?->assert_alive();
			throw new LeaseLost( 'Run ' . $run->id . ' is no longer ours.' );
		}
	}

	/** Extends the lease without another change of the run. @throws LeaseLost */
	public function keep( int $id, string $owner, int $until_ms ): void {
		if ( 1 !== $this->database->run( 'UPDATE ' . $this->table() . ' SET lease_until = %d, saves = saves + 1 WHERE id = %d AND ' . self::IS_ACTIVE . ' AND lease_owner = %s', array( $until_ms, $id, $owner ) ) ) {
			throw new LeaseLost( 'Run ' . $id . ' is no longer ours.' );
		}
	}

	/** @return list<Run> Ended runs of any lane whose follow-up may be incomplete. */
	public function left_behind(): array {
		return RunRow::to_runs( $this->database->rows( 'SELECT * FROM ' . $this->table() . ' WHERE follow_up IS NOT NULL AND active IS NULL ORDER BY id' ) );
	}

	/** Notes that the follow-up of an ended run is complete. */
	public function note_followed_up( int $id ): void {
		$this->database->run( 'UPDATE ' . $this->table() . ' SET follow_up = NULL WHERE id = %d', array( $id ) );
	}

	public function release( int $id, string $owner ): void {
		$this->database->run(
			'UPDATE ' . $this->table() . ' SET lease_until = 0, lease_owner = %s, saves = saves + 1 WHERE id = %d AND lease_owner = %s',
			array( '', $id, $owner )
		);
	}

	/**
	 * A change made by a person and not by a worker (cancel, confirm, apply): only from the status
	 * that the person saw, so that two clicks do it once. The lease ends with it, so that a worker
	 * in the middle of a step finds out at its next save.
	 */
	public function transition( Run $from, Run $to, int $now_ms ): bool {
		$row     = RunRow::from_run( $to ) + array(
			'updated_at'  => $now_ms,
			'lease_until' => 0,
			'lease_owner' => '',
		);
		$changed = 0;
		// The UNIQUE key may refuse a second active run, which is an ordinary answer here.
		$this->database->quietly(
			function () use ( $row, $from, &$changed ): void {
				try {
					$changed = $this->database->run(
						'UPDATE ' . $this->table() . ' SET ' . $this->assignments( $row ) . ', saves = saves + 1 WHERE id = %d AND status = %s AND phase = %s',
						array( ...array_values( $row ), $from->id, $from->status->value, $from->phase->value )
					);
				} catch ( DatabaseError ) {
					$changed = 0;
				}
			}
		);
		return 1 === $changed;
	}

	/**
	 * Ends an active run of a newer version, because this version could neither continue it nor begin another.
	 * Its follow-up and its log stay as they are.
	 */
	public function end_unknown( string $lane, int $now_ms ): void {
		$this->database->run(
			'UPDATE ' . $this->table() . ' SET active = NULL, status = %s, finished_at = %d, lease_until = 0, lease_owner = %s, saves = saves + 1 WHERE active = 1 AND lane = %s AND NOT ' . RunRow::is_known(),
			array( RunStatus::Cancelled->value, $now_ms, '', $lane )
		);
	}

	/** @param array<string, string|int|null> $row */
	private function assignments( array $row ): string {
		$parts = array();
		foreach ( $row as $column => $value ) {
			$parts[] = "`$column` = " . ( is_int( $value ) ? '%d' : '%s' );
		}
		return implode( ', ', $parts );
	}

	/** @param list<string|int> $values */
	private function first( string $where, array $values ): ?Run {
		return RunRow::to_runs( $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE $where AND " . RunRow::is_known() . ' ORDER BY id DESC LIMIT 1', $values ) )[0] ?? null;
	}

	private function table(): string {
		return $this->database->table( 'runs' );
	}
}
