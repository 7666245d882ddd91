<?php
/**
 * Action Scheduler's functions, its rows and its runner.
 */

return static function ( StandInRecorder $recorder ): void {
	global $wpdb;
	$hook = 'stand_in_try';
	$rows = static function () use ( $wpdb, $hook ): array {
		$found = array();
		$sql   = "SELECT a.hook, a.args, a.status, a.attempts, a.priority, g.slug FROM {$wpdb->prefix}actionscheduler_actions a LEFT JOIN {$wpdb->prefix}actionscheduler_groups g ON g.group_id = a.group_id WHERE a.hook LIKE %s ORDER BY a.action_id";
		foreach ( $wpdb->get_results( $wpdb->prepare( $sql, $hook . '%' ) ) as $row ) {
			$found[] = "{$row->hook} {$row->args} {$row->status} attempts {$row->attempts} priority {$row->priority} {$row->slug}";
		}
		return $found;
	};
	$made = static fn( int $id ): string => $id > 0 ? 'made' : 'not made';
	$wpdb->query( "DELETE FROM {$wpdb->prefix}actionscheduler_actions" );
	set_transient( 'as_is_ensure_recurring_actions_scheduled', true, HOUR_IN_SECONDS );
	$soon = time() + HOUR_IN_SECONDS;
	$ran  = array();
	add_action( $hook, static function ( ...$args ) use ( &$ran ): void {
		$ran[] = $args;
	}, 10, 3 );
	add_action( $hook . '_fails', static function (): void {
		throw new RuntimeException( 'on purpose' );
	} );

	$recorder->step( 'enqueue', static fn() => $made( as_enqueue_async_action( $hook, array( 'first', 2 ), 'group-a' ) ) );
	$recorder->step( 'enqueue the same once more', static fn() => $made( as_enqueue_async_action( $hook, array( 'first', 2 ), 'group-a' ) ) );
	$recorder->step( 'unique is refused', static fn() => $made( as_enqueue_async_action( $hook, array( 'first', 2 ), 'group-a', true ) ) );
	$recorder->step( 'unique with other arguments', static fn() => $made( as_enqueue_async_action( $hook, array( 'second' ), 'group-a', true ) ) );
	$recorder->step( 'unique in another group', static fn() => $made( as_schedule_single_action( $soon, $hook, array( 'first', 2 ), 'group-b', true, 5 ) ) );
	$recorder->step( 'recurring', static fn() => $made( as_schedule_recurring_action( $soon, 600, $hook . '_again', array(), 'group-a', true ) ) );
	$recorder->step( 'rows', $rows );
	$recorder->step( 'next and has', static fn() => array(
		as_next_scheduled_action( $hook, array( 'first', 2 ), 'group-a' ),
		as_next_scheduled_action( $hook, array( 'first', 2 ), 'group-b' ) - $soon,
		as_next_scheduled_action( $hook . '_again' ) - $soon,
		as_next_scheduled_action( $hook . '_none' ),
		as_has_scheduled_action( $hook, null, 'group-b' ),
		as_has_scheduled_action( $hook, array( 'other' ) ),
		as_has_scheduled_action( $hook, array() ),
	) );
	$recorder->step( 'get_scheduled_actions', static fn() => array(
		count( as_get_scheduled_actions( array( 'hook' => $hook, 'status' => 'pending', 'per_page' => -1 ), 'ids' ) ),
		count( as_get_scheduled_actions( array( 'group' => 'group-a', 'per_page' => -1 ), 'ids' ) ),
		array_values( array_map(
			static fn( ActionScheduler_Action $action ): array => array( $action->get_hook(), $action->get_args(), $action->get_group(), $action->get_priority(), $action->get_schedule()->is_recurring() ),
			as_get_scheduled_actions( array( 'hook' => $hook, 'group' => 'group-b' ) )
		) ),
	) );
	$recorder->step( 'unschedule one', static fn() => null === as_unschedule_action( $hook, array( 'nothing' ) ) ? 'none' : 'some' );
	$recorder->step( 'unschedule in a group', static fn() => null === as_unschedule_action( $hook, array( 'first', 2 ), 'group-b' ) ? 'none' : 'some' );
	as_schedule_single_action( time() - 10, $hook . '_fails', array(), 'group-a' );
	as_schedule_recurring_action( time() - 10, 600, $hook, array( 'repeats' ), 'group-c' );
	$recorder->step( 'run the queue', static function () use ( &$ran ): array {
		$count = ActionScheduler_QueueRunner::instance()->run();
		return array( $count, $ran );
	} );
	$recorder->step( 'rows after the run', $rows );
	$recorder->step( 'the repeated one is planned again', static fn() => as_next_scheduled_action( $hook, array( 'repeats' ), 'group-c' ) - time() > 590 );
	$recorder->step( 'unschedule all of a hook', static function () use ( $hook, $rows ): array {
		as_unschedule_all_actions( $hook );
		return $rows();
	} );
	$recorder->step( 'unschedule all of a group', static function () use ( $rows ): array {
		as_unschedule_all_actions( '', array(), 'group-a' );
		return $rows();
	} );
	$recorder->step( 'state', static fn() => array( ActionScheduler::is_initialized(), as_supports( 'ensure_recurring_actions_hook' ), as_supports( 'nothing' ), did_action( 'action_scheduler_init' ) ) );
	$recorder->step( 'nothing is caught by an unknown hook', static function () use ( $hook, $rows ): array {
		as_enqueue_async_action( $hook . '_nobody', array(), 'group-a' );
		ActionScheduler_QueueRunner::instance()->run( 'WP CLI' );
		return $rows();
	} );
	$recorder->step( 'five failures in a row are enough', static function () use ( $hook, $made ): array {
		as_schedule_recurring_action( time() - 10, 600, $hook . '_fails', array(), 'group-d' );
		$next = array();
		for ( $turn = 1; $turn <= 5; $turn++ ) {
			$ids = as_get_scheduled_actions( array( 'hook' => $hook . '_fails', 'group' => 'group-d', 'status' => 'pending' ), 'ids' );
			array_map( static fn( $id ) => ActionScheduler_QueueRunner::instance()->process_action( $id ), $ids );
			$next[] = as_has_scheduled_action( $hook . '_fails', null, 'group-d' );
		}
		return $next;
	} );
	$recorder->step( 'the daily reminder', static function (): array {
		$daily = 'action_scheduler_run_recurring_actions_schedule_hook';
		as_unschedule_all_actions( $daily );
		delete_transient( 'as_is_ensure_recurring_actions_scheduled' );
		ActionScheduler_QueueRunner::instance()->run();
		$before = did_action( 'action_scheduler_ensure_recurring_actions' );
		do_action( $daily );
		return array( as_next_scheduled_action( $daily ) > time(), did_action( 'action_scheduler_ensure_recurring_actions' ) - $before );
	} );
};
