<?php
/**
 * An action that no longer waits: completed, failed, cancelled or running.
 */

declare(strict_types=1);

class ActionScheduler_FinishedAction extends ActionScheduler_Action {
	public function execute() {}

	public function is_finished() {
		return true;
	}
}
