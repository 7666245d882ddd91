<?php
/**
 * Once, as soon as possible.
 */

declare(strict_types=1);

class ActionScheduler_NullSchedule extends ActionScheduler_SimpleSchedule {
	public function __construct( ?DateTime $date = null ) {
		$this->date = null;
	}
}
