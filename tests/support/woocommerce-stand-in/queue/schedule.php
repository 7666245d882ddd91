<?php
/**
 * When an action is due, and whether it is due again.
 */

declare(strict_types=1);

interface ActionScheduler_Schedule {
	public function is_recurring();
}
