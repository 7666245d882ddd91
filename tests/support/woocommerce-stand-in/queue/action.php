<?php
/**
 * A hook that is to be fired at a given time.
 */

declare(strict_types=1);

class ActionScheduler_Action {
	/** @var string */
	protected $hook = '';

	/** @var array<mixed> */
	protected $args = array();

	/** @var ActionScheduler_Schedule */
	protected $schedule;

	/** @var string */
	protected $group = '';

	/** @var int From 0, the most urgent, to 255. */
	protected $priority = 10;

	public function __construct( $hook, array $args = array(), ?ActionScheduler_Schedule $schedule = null, $group = '' ) {
		$this->hook     = $hook;
		$this->args     = $args;
		$this->schedule = $schedule ?? new ActionScheduler_NullSchedule();
		$this->group    = $group;
	}

	/** An action without a listener fails, because its plugin is missing or broken. */
	public function execute() {
		if ( ! has_action( $this->hook ) ) {
			throw new Exception( "Nobody listens to {$this->hook}." );
		}
		do_action_ref_array( $this->hook, array_values( $this->args ) );
	}

	public function get_hook() {
		return $this->hook;
	}

	public function get_args() {
		return $this->args;
	}

	public function get_schedule() {
		return $this->schedule;
	}

	public function get_group() {
		return $this->group;
	}

	public function is_finished() {
		return false;
	}

	public function get_priority() {
		return $this->priority;
	}

	public function set_priority( $priority ) {
		$this->priority = max( 0, min( 255, (int) $priority ) );
	}
}
