<?php
/**
 * Action Scheduler's functions.
 */

declare(strict_types=1);

function as_enqueue_async_action( $hook, $args = array(), $group = '', $unique = false, $priority = 10 ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return 0;
	}
	$pre = apply_filters( 'pre_as_enqueue_async_action', null, $hook, $args, $group, $priority, $unique );
	return null === $pre ? \WooStandIn\Queue\Queue::add( new ActionScheduler_NullSchedule(), $hook, $args, $group, $unique, $priority ) : (int) $pre;
}

function as_schedule_single_action( $timestamp, $hook, $args = array(), $group = '', $unique = false, $priority = 10 ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return 0;
	}
	$pre = apply_filters( 'pre_as_schedule_single_action', null, $timestamp, $hook, $args, $group, $priority, $unique );
	return null === $pre ? \WooStandIn\Queue\Queue::add( new ActionScheduler_SimpleSchedule( as_get_datetime_object( $timestamp ) ), $hook, $args, $group, $unique, $priority ) : (int) $pre;
}

function as_schedule_recurring_action( $timestamp, $interval_in_seconds, $hook, $args = array(), $group = '', $unique = false, $priority = 10 ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return 0;
	}
	if ( ! is_numeric( $interval_in_seconds ) || (float) (int) $interval_in_seconds !== (float) $interval_in_seconds ) {
		_doing_it_wrong( __FUNCTION__, 'The interval must be a whole number of seconds.', '3.6.0' );
		return 0;
	}
	$pre = apply_filters( 'pre_as_schedule_recurring_action', null, $timestamp, $interval_in_seconds, $hook, $args, $group, $priority, $unique );
	if ( null !== $pre ) {
		return (int) $pre;
	}
	$date     = as_get_datetime_object( $timestamp );
	$schedule = 0 === (int) $interval_in_seconds ? new ActionScheduler_SimpleSchedule( $date ) : new ActionScheduler_IntervalSchedule( $date, $interval_in_seconds );
	return \WooStandIn\Queue\Queue::add( $schedule, $hook, $args, $group, $unique, $priority );
}

function as_unschedule_action( $hook, $args = array(), $group = '' ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return 0;
	}
	$query = array( 'hook' => $hook, 'status' => ActionScheduler_Store::STATUS_PENDING, 'group' => $group );
	$id    = ActionScheduler::store()->query_action( is_array( $args ) ? $query + array( 'args' => $args ) : $query );
	if ( $id ) {
		ActionScheduler::store()->cancel_action( $id );
	}
	return $id;
}

function as_unschedule_all_actions( $hook, $args = array(), $group = '' ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return;
	}
	if ( empty( $args ) && ! empty( $hook ) && empty( $group ) ) {
		ActionScheduler::store()->cancel_actions_by_hook( $hook );
		return;
	}
	if ( empty( $args ) && empty( $hook ) && ! empty( $group ) ) {
		ActionScheduler::store()->cancel_actions_by_group( $group );
		return;
	}
	do {
		$cancelled = as_unschedule_action( $hook, $args, $group );
	} while ( ! empty( $cancelled ) );
}

/**
 * @return int|bool The time as a timestamp; true if the action runs or waits without a time; false if there is none.
 */
function as_next_scheduled_action( $hook, $args = null, $group = '' ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return false;
	}
	$store = ActionScheduler::store();
	$query = array( 'hook' => $hook, 'group' => $group ) + ( is_array( $args ) ? array( 'args' => $args ) : array() );
	if ( $store->query_action( array( 'status' => ActionScheduler_Store::STATUS_RUNNING ) + $query ) ) {
		return true;
	}
	$id = $store->query_action( array( 'status' => ActionScheduler_Store::STATUS_PENDING ) + $query );
	if ( null === $id ) {
		return false;
	}
	$date = $store->fetch_action( $id )->get_schedule()->get_date();
	return null === $date ? true : $date->getTimestamp();
}

function as_has_scheduled_action( $hook, $args = null, $group = '' ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return false;
	}
	$query = array( 'hook' => $hook, 'group' => $group, 'status' => array( ActionScheduler_Store::STATUS_RUNNING, ActionScheduler_Store::STATUS_PENDING ) );
	return null !== ActionScheduler::store()->query_action( null === $args ? $query : $query + array( 'args' => $args ) );
}

function as_get_scheduled_actions( $args = array(), $return_format = OBJECT ) {
	if ( ! ActionScheduler::is_initialized( __FUNCTION__ ) ) {
		return array();
	}
	foreach ( array( 'date', 'modified' ) as $key ) {
		if ( isset( $args[ $key ] ) ) {
			$args[ $key ] = as_get_datetime_object( $args[ $key ] );
		}
	}
	$ids = ActionScheduler::store()->query_actions( $args );
	if ( in_array( $return_format, array( 'ids', 'int' ), true ) ) {
		return $ids;
	}
	$actions = array_combine( $ids, array_map( array( ActionScheduler::store(), 'fetch_action' ), $ids ) );
	return ARRAY_A === $return_format ? array_map( 'get_object_vars', $actions ) : $actions;
}

function as_get_datetime_object( $date_string = null, $timezone = 'UTC' ) {
	if ( $date_string instanceof DateTime ) {
		$date_string = $date_string->format( 'Y-m-d H:i:s' );
	}
	return new ActionScheduler_DateTime( is_numeric( $date_string ) ? "@$date_string" : ( $date_string ?? 'now' ), new DateTimeZone( $timezone ) );
}

function as_supports( string $feature ): bool {
	return 'ensure_recurring_actions_hook' === $feature;
}
