<?php
/**
 * One run, as it stands in the database.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Side;

/**
 * Readonly: a step makes the next state with with() and the Runner stores it.
 * All times are unix milliseconds.
 */
final class Run {

	/**
	 * @param Side                 $side      Whose stock quantities the run writes.
	 * @param array<string, mixed> $cursor    How far the phase has come; only that phase reads it.
	 * @param int                  $attempts  Failed tries at the present request, in a row.
	 * @param int                  $refusals  429 answers in a row to the present request.
	 * @param int                  $requests  Requests sent to KeyCRM.
	 * @param string               $waits_for '', 'limit' (for a slot within KeyCRM's limit), 'retry' (after a fault of KeyCRM) or 'database' (after a fault of the shop's database).
	 * @param GuardReport|null     $confirmed The loss that a person has agreed to. If a later read would lose more, the guard asks again.
	 * @param ReadPlan|null        $read_plan Null until the run has chosen how to read.
	 * @param int                  $undoes    The run that this run undoes; 0 for none.
	 * @param int                  $lease_until     When the lease of another worker ends; 0 where no other worker holds it.
	 * @param int                  $deaths          Workers in a row that began the next step and died in it.
	 * @param int                  $database_faults Tries at the next step, in a row, that failed because of the shop's database.
	 * @param list<int>            $follow_up Products whose number is committed, but whose stock status, parent, caches and
	 *                                        listeners may not have followed yet.
	 * @param string               $settings  Fingerprint of the settings that the plan was made with; '' without a plan.
	 */
	public function __construct(
		public readonly int $id,
		public readonly RunMode $mode,
		public readonly string $lane,
		public readonly Side $side,
		public readonly RunTrigger $trigger,
		public readonly RunStatus $status,
		public readonly RunPhase $phase,
		public readonly array $cursor,
		public readonly OutcomeCounts $counts,
		public readonly int $progress_done,
		public readonly int $progress_total,
		public readonly int $requests,
		public readonly int $attempts,
		public readonly int $refusals,
		public readonly string $waits_for,
		public readonly ?int $resume_at,
		public readonly int $started_at,
		public readonly int $updated_at,
		public readonly ?int $finished_at,
		public readonly ?int $planned_at,
		public readonly ?RunError $error,
		public readonly ?GuardReport $guard,
		public readonly ?GuardReport $confirmed,
		public readonly ?ReadPlan $read_plan,
		public readonly int $undoes,
		public readonly array $follow_up = array(),
		public readonly string $settings = '',
		public readonly int $lease_until = 0,
		public readonly int $deaths = 0,
		public readonly int $database_faults = 0,
	) {}

	/**
	 * A copy with some properties changed, named as in the constructor:
	 * `$run->with( status: RunStatus::Waiting, resume_at: $until )`.
	 */
	public function with( mixed ...$changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) );
	}

	/** The same run at the start of a phase. */
	public function at( RunPhase $phase ): self {
		return $this->with( phase: $phase, cursor: array(), progress_done: 0, progress_total: 0, attempts: 0, refusals: 0 );
	}

	/** A copy after one more request that KeyCRM has answered. */
	public function answered(): self {
		return $this->with( requests: $this->requests + 1, attempts: 0, refusals: 0 );
	}

	public function ended( RunStatus $status, int $now_ms, ?RunError $error = null ): self {
		return $this->with( status: $status, finished_at: $now_ms, waits_for: '', resume_at: null, error: $error );
	}
}
