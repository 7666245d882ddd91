<?php
/**
 * Stands for an action that does not exist.
 */

declare(strict_types=1);

class ActionScheduler_NullAction extends ActionScheduler_Action {
	public function __construct( $hook = '', array $args = array(), ?ActionScheduler_Schedule $schedule = null ) {
		parent::__construct( '', array(), new ActionScheduler_NullSchedule() );
	}

	public function execute() {}
}
