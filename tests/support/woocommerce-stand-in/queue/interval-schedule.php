<?php
/**
 * Repeats an action, some seconds after its last run.
 */

declare(strict_types=1);

class ActionScheduler_IntervalSchedule extends ActionScheduler_SimpleSchedule {
	/** @var int Seconds. */
	private $every;

	public function __construct( DateTime $date, $recurrence, ?DateTime $first = null ) {
		parent::__construct( $date );
		$this->every = (int) $recurrence;
	}

	public function get_next( DateTime $after ) {
		return $after > $this->date ? ( clone $after )->modify( "+{$this->every} seconds" ) : clone $this->date;
	}

	public function is_recurring() {
		return true;
	}

	public function get_recurrence() {
		return $this->every;
	}
}
