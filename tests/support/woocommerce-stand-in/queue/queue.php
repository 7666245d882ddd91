<?php
/**
 * Starts the queue, and adds actions to it.
 */

declare(strict_types=1);

namespace WooStandIn\Queue;

use ActionScheduler;
use ActionScheduler_Action;
use ActionScheduler_QueueRunner;
use ActionScheduler_Schedule;
use DateTime;

final class Queue {
	/** Runs once a day; it only fires a hook that plugins use. */
	private const DAILY = 'action_scheduler_run_recurring_actions_schedule_hook';

	public static function init(): void {
		add_action( 'init', array( ActionScheduler_QueueRunner::instance(), 'init' ), 1, 0 );
		add_action( 'init', array( self::class, 'start' ), 1, 0 );
		add_action( self::DAILY, static fn() => do_action( 'action_scheduler_ensure_recurring_actions' ), 10, 0 );
		add_action( 'action_scheduler_before_process_queue', array( self::class, 'plan_daily' ) );
	}

	public static function start(): void {
		ActionScheduler::stand_in_is_ready();
		do_action( 'action_scheduler_init' );
		if ( is_admin() && ! wp_doing_ajax() ) {
			self::plan_daily();
		}
	}

	public static function plan_daily(): void {
		if ( false !== get_transient( 'as_is_ensure_recurring_actions_scheduled' ) ) {
			return;
		}
		if ( ! as_has_scheduled_action( self::DAILY ) ) {
			$tomorrow = new DateTime( 'tomorrow 3am', wp_timezone() );
			as_schedule_recurring_action( $tomorrow->getTimestamp(), DAY_IN_SECONDS, self::DAILY, array(), 'ActionScheduler', true, 20 );
		}
		set_transient( 'as_is_ensure_recurring_actions_scheduled', true, HOUR_IN_SECONDS );
	}

	/**
	 * @param array<mixed> $args
	 * @return int The action's id; 0 if the action is unique and exists already.
	 */
	public static function add( ActionScheduler_Schedule $schedule, string $hook, array $args, string $group, bool $unique, int $priority ): int {
		$action = new ActionScheduler_Action( $hook, $args, $schedule, $group );
		$action->set_priority( $priority );
		$store = ActionScheduler::store();
		return $unique ? $store->save_unique_action( $action ) : $store->save_action( $action );
	}
}
