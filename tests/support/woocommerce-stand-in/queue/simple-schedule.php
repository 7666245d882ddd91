<?php
/**
 * Once, at a given time.
 */

declare(strict_types=1);

class ActionScheduler_SimpleSchedule implements ActionScheduler_Schedule {
	/** @var DateTime|null */
	protected $date;

	public function __construct( DateTime $date ) {
		$this->date = $date;
	}

	public function get_date() {
		return $this->date;
	}

	public function get_next( DateTime $after ) {
		return null !== $this->date && $after <= $this->date ? clone $this->date : null;
	}

	public function is_recurring() {
		return false;
	}
}
