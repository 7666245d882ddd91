<?php
/**
 * Base class of stores of actions.
 */

declare(strict_types=1);

abstract class ActionScheduler_Store {
	const STATUS_COMPLETE = 'complete';
	const STATUS_PENDING  = 'pending';
	const STATUS_RUNNING  = 'in-progress';
	const STATUS_FAILED   = 'failed';
	const STATUS_CANCELED = 'canceled';

	/** @var self|null */
	private static $store = null;

	public static function instance() {
		return self::$store ??= new ActionScheduler_DBStore();
	}

	/** @return string|null The first that fits. */
	public function query_action( $query ) {
		return $this->query_actions( array( 'per_page' => 1, 'offset' => 0 ) + $query )[0] ?? null;
	}

	abstract public function query_actions( $query = array(), $query_type = 'select' );

	abstract public function fetch_action( $action_id );

	abstract public function cancel_action( $action_id );
}
