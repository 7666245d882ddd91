<?php
/**
 * A date as the queue's functions return it.
 */

declare(strict_types=1);

class ActionScheduler_DateTime extends DateTime {
	public function getOffsetTimestamp() {
		return $this->getTimestamp() + $this->getOffset();
	}
}
