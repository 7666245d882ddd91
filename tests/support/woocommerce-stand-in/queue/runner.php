<?php
/**
 * Runs due actions: every minute by WP-Cron, 25 at a time, for about half a minute.
 */

declare(strict_types=1);

class ActionScheduler_QueueRunner {
	const WP_CRON_HOOK     = 'action_scheduler_run_queue';
	const WP_CRON_SCHEDULE = 'every_minute';

	private static ?self $runner = null;

	private float $started;

	public static function instance() {
		return self::$runner ??= new self();
	}

	public function init() {
		add_filter( 'cron_schedules', array( $this, 'add_wp_cron_schedule' ) );
		add_action( self::WP_CRON_HOOK, array( $this, 'run' ) );
		if ( ! wp_next_scheduled( self::WP_CRON_HOOK, array( 'WP Cron' ) ) ) {
			wp_schedule_event( time(), apply_filters( 'action_scheduler_run_schedule', self::WP_CRON_SCHEDULE ), self::WP_CRON_HOOK, array( 'WP Cron' ) );
		}
	}

	public function add_wp_cron_schedule( $schedules ) {
		return $schedules + array( self::WP_CRON_SCHEDULE => array( 'interval' => MINUTE_IN_SECONDS, 'display' => 'Every minute' ) );
	}

	public function run( $context = 'WP Cron' ) {
		$this->started = microtime( true );
		if ( 0 !== (int) ini_get( 'max_execution_time' ) ) {
			set_time_limit( max( $this->time_limit(), (int) ini_get( 'max_execution_time' ) ) );
		}
		do_action( 'action_scheduler_before_process_queue' );
		$this->clear_stuck();
		$done = 0;
		if ( ActionScheduler::store()->get_claim_count() < apply_filters( 'action_scheduler_queue_runner_concurrent_batches', 1 ) ) {
			do {
				$in_batch = $this->do_batch( apply_filters( 'action_scheduler_queue_runner_batch_size', 25 ), $context, $done );
				$done    += $in_batch;
			} while ( $in_batch > 0 && ! $this->is_time_up( $done ) );
		}
		do_action( 'action_scheduler_after_process_queue' );
		return $done;
	}

	/** Releases old claims, and marks actions that never ended as failed. */
	private function clear_stuck(): void {
		$store = ActionScheduler::store();
		$limit = as_get_datetime_object( time() - 10 * $this->time_limit() );
		$old   = array( 'modified' => $limit, 'per_page' => 20, 'orderby' => 'none' );
		foreach ( $store->query_actions( array( 'status' => ActionScheduler_Store::STATUS_PENDING, 'claimed' => true ) + $old ) as $id ) {
			$store->unclaim_action( $id );
			do_action( 'action_scheduler_reset_action', $id );
		}
		foreach ( $store->query_actions( array( 'status' => ActionScheduler_Store::STATUS_RUNNING ) + $old ) as $id ) {
			$store->mark_failure( $id );
			do_action( 'action_scheduler_failed_action', $id, 10 * $this->time_limit() );
		}
	}

	private function do_batch( int $size, string $context, int $done_before ): int {
		$store = ActionScheduler::store();
		$claim = $store->stake_claim( $size );
		$done  = 0;
		foreach ( $claim->get_actions() as $id ) {
			if ( $store->get_claim_id( $id ) !== $claim->get_id() ) {
				break;
			}
			$this->process_action( $id, $context );
			++$done;
			if ( $this->is_time_up( $done_before + $done ) ) {
				break;
			}
		}
		$store->release_claim( $claim );
		wp_cache_flush_runtime();
		return $done;
	}

	public function process_action( $action_id, $context = '' ) {
		$store = ActionScheduler::store();
		do_action( 'action_scheduler_before_execute', $action_id, $context );
		if ( ActionScheduler_Store::STATUS_PENDING !== $store->get_status( $action_id ) ) {
			do_action( 'action_scheduler_execution_ignored', $action_id, $context );
			return;
		}
		do_action( 'action_scheduler_begin_execute', $action_id, $context );
		$action = $store->fetch_action( $action_id );
		try {
			$store->log_execution( $action_id );
			$action->execute();
			do_action( 'action_scheduler_after_execute', $action_id, $action, $context );
			$store->mark_complete( $action_id );
		} catch ( Throwable $thrown ) {
			$store->mark_failure( $action_id );
			do_action( 'action_scheduler_failed_execution', $action_id, new Exception( $thrown->getMessage(), (int) $thrown->getCode(), $thrown ), $context );
		}
		if ( $action->get_schedule()->is_recurring() && ! $this->keeps_failing( $action ) ) {
			$this->plan_next( $action );
		}
	}

	private function plan_next( ActionScheduler_Action $action ): void {
		$old  = $action->get_schedule();
		$next = new ActionScheduler_Action( $action->get_hook(), $action->get_args(), new ActionScheduler_IntervalSchedule( $old->get_next( as_get_datetime_object() ), $old->get_recurrence() ), $action->get_group() );
		$next->set_priority( $action->get_priority() );
		ActionScheduler::store()->save_action( $next );
	}

	/** After five failures in a row the action is not scheduled again. */
	private function keeps_failing( ActionScheduler_Action $action ): bool {
		$threshold = (int) apply_filters( 'action_scheduler_recurring_action_failure_threshold', 5 );
		$last      = ActionScheduler::store()->query_actions( array( 'hook' => $action->get_hook(), 'per_page' => $threshold, 'orderby' => 'action_id', 'order' => 'DESC' ) );
		$failed    = array_filter( $last, static fn( string $id ): bool => ActionScheduler_Store::STATUS_FAILED === ActionScheduler::store()->get_status( $id ) );
		return (bool) apply_filters( 'action_scheduler_recurring_action_is_consistently_failing', count( $failed ) >= $threshold, $action );
	}

	private function time_limit(): int {
		return absint( apply_filters( 'action_scheduler_queue_runner_time_limit', 30 ) );
	}

	/** Stops if three more actions of average length would not fit. */
	private function is_time_up( int $done ): bool {
		$spent = microtime( true ) - $this->started;
		return $spent + 3 * $spent / max( 1, $done ) > $this->time_limit();
	}
}
