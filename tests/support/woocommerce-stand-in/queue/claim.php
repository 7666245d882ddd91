<?php
/**
 * The actions that a runner has claimed.
 */

declare(strict_types=1);

class ActionScheduler_ActionClaim {
	/** @var int */
	private $id;

	/** @var list<int> */
	private $action_ids;

	public function __construct( $id, array $action_ids ) {
		$this->id         = $id;
		$this->action_ids = $action_ids;
	}

	public function get_id() {
		return $this->id;
	}

	public function get_actions() {
		return $this->action_ids;
	}
}
