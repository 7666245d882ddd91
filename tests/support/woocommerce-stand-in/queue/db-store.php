<?php
/**
 * Stores actions in Action Scheduler's table.
 */

declare(strict_types=1);

class ActionScheduler_DBStore extends ActionScheduler_Store {
	use \WooStandIn\Queue\FindsActions;
	use \WooStandIn\Queue\ClaimsActions;

	public function save_action( ActionScheduler_Action $action, ?DateTime $scheduled_date = null ) {
		return $this->insert( $action, $scheduled_date, '' );
	}

	/** Unique: no other action with the same hook, group and arguments waits or runs. */
	public function save_unique_action( ActionScheduler_Action $action, ?DateTime $scheduled_date = null ) {
		global $wpdb;
		$same = $wpdb->prepare(
			"WHERE NOT EXISTS ( SELECT 1 FROM {$wpdb->actionscheduler_actions} other WHERE other.hook = %s AND other.group_id = %d AND other.args = %s AND other.status IN ( %s, %s ) )",
			$action->get_hook(),
			$this->group_id( $action->get_group() ),
			self::as_text( $action->get_args() ),
			self::STATUS_PENDING,
			self::STATUS_RUNNING
		);
		return $this->insert( $action, $scheduled_date, $same );
	}

	private function insert( ActionScheduler_Action $action, ?DateTime $date, string $where ): int {
		global $wpdb;
		$date ??= $action->get_schedule()->get_date();
		$due    = null === $date ? time() : $date->getTimestamp();
		$row    = array(
			'hook'                 => $action->get_hook(),
			'status'               => self::STATUS_PENDING,
			'scheduled_date_gmt'   => gmdate( 'Y-m-d H:i:s', $due ),
			'scheduled_date_local' => wp_date( 'Y-m-d H:i:s', $due ),
			'schedule'             => (string) wp_json_encode( array( 'timed' => null !== $date, 'every' => $action->get_schedule()->is_recurring() ? $action->get_schedule()->get_recurrence() : 0 ) ),
			'group_id'             => $this->group_id( $action->get_group() ),
			'priority'             => $action->get_priority(),
			'args'                 => self::as_text( $action->get_args() ),
			'extended_args'        => (string) wp_json_encode( $action->get_args() ),
		);
		$values = implode( ', ', array_fill( 0, count( $row ), '%s' ) );
		$sql    = "INSERT INTO {$wpdb->actionscheduler_actions} ( " . implode( ', ', array_keys( $row ) ) . " ) SELECT {$values} FROM DUAL ";
		$done   = $wpdb->query( $wpdb->prepare( $sql, array_values( $row ) ) . $where );
		if ( ! $done ) {
			return 0;
		}
		$id = (int) $wpdb->insert_id;
		do_action( 'action_scheduler_stored_action', $id );
		return $id;
	}

	/** Long arguments are compared by their hash. */
	private static function as_text( array $args ): string {
		$text = (string) wp_json_encode( $args );
		return strlen( $text ) > 191 ? md5( $text ) : $text;
	}

	private function group_id( string $slug ): int {
		global $wpdb;
		$id = (int) $wpdb->get_var( $wpdb->prepare( "SELECT group_id FROM {$wpdb->actionscheduler_groups} WHERE slug = %s", $slug ) );
		if ( 0 === $id ) {
			$wpdb->insert( $wpdb->actionscheduler_groups, array( 'slug' => $slug ) );
			$id = (int) $wpdb->insert_id;
		}
		return $id;
	}

	public function fetch_action( $action_id ) {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT a.*, g.slug FROM {$wpdb->actionscheduler_actions} a LEFT JOIN {$wpdb->actionscheduler_groups} g ON g.group_id = a.group_id WHERE a.action_id = %d", $action_id ) );
		if ( null === $row ) {
			return new ActionScheduler_NullAction();
		}
		$class  = self::STATUS_PENDING === $row->status ? ActionScheduler_Action::class : ActionScheduler_FinishedAction::class;
		$action = new $class( $row->hook, json_decode( $row->extended_args, true ), self::schedule_of( $row ), (string) $row->slug );
		$action->set_priority( $row->priority );
		return $action;
	}

	private static function schedule_of( object $row ): ActionScheduler_Schedule {
		$told = json_decode( $row->schedule, true );
		$date = as_get_datetime_object( $row->scheduled_date_gmt );
		return match ( true ) {
			! $told['timed']      => new ActionScheduler_NullSchedule(),
			$told['every'] > 0    => new ActionScheduler_IntervalSchedule( $date, $told['every'] ),
			default               => new ActionScheduler_SimpleSchedule( $date ),
		};
	}

	public function get_status( $action_id ) {
		global $wpdb;
		return (string) $wpdb->get_var( $wpdb->prepare( "SELECT status FROM {$wpdb->actionscheduler_actions} WHERE action_id = %d", $action_id ) );
	}

	public function get_claim_id( $action_id ) {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT claim_id FROM {$wpdb->actionscheduler_actions} WHERE action_id = %d", $action_id ) );
	}

	public function cancel_action( $action_id ) {
		$this->change( (int) $action_id, array( 'status' => self::STATUS_CANCELED ) );
		do_action( 'action_scheduler_canceled_action', $action_id );
	}

	public function cancel_actions_by_hook( $hook ) {
		$this->cancel_all( array( 'hook' => $hook ) );
	}

	public function cancel_actions_by_group( $group ) {
		$this->cancel_all( array( 'group' => $group ) );
	}

	private function cancel_all( array $query ): void {
		$ids = $this->query_actions( array( 'status' => self::STATUS_PENDING, 'per_page' => -1 ) + $query );
		foreach ( $ids as $id ) {
			$this->change( (int) $id, array( 'status' => self::STATUS_CANCELED ) );
		}
		if ( array() !== $ids ) {
			do_action( 'action_scheduler_bulk_cancel_actions', $ids );
		}
	}

	public function delete_action( $action_id ) {
		global $wpdb;
		$wpdb->delete( $wpdb->actionscheduler_actions, array( 'action_id' => $action_id ) );
		do_action( 'action_scheduler_deleted_action', $action_id );
	}

	public function mark_failure( $action_id ) {
		$this->change( (int) $action_id, array( 'status' => self::STATUS_FAILED ) + self::now() );
	}

	public function mark_complete( $action_id ) {
		$this->change( (int) $action_id, array( 'status' => self::STATUS_COMPLETE ) + self::now() );
		do_action( 'action_scheduler_completed_action', $action_id );
	}

	public function log_execution( $action_id ) {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->actionscheduler_actions} SET attempts = attempts + 1 WHERE action_id = %d", $action_id ) );
		$this->change( (int) $action_id, array( 'status' => self::STATUS_RUNNING ) + self::now() );
	}

	/** @return array<string, string> */
	private static function now(): array {
		return array( 'last_attempt_gmt' => current_time( 'mysql', true ), 'last_attempt_local' => current_time( 'mysql' ) );
	}

	/** @param array<string, mixed> $values */
	private function change( int $action_id, array $values ): void {
		global $wpdb;
		$wpdb->update( $wpdb->actionscheduler_actions, $values, array( 'action_id' => $action_id ) );
	}
}
