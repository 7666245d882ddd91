<?php
/**
 * Runs for numbers that a person has had written at once, without a sync's phases.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;

/** They are rows of the runs' table, so that the numbers appear in the history and in the change log. They have a lane of their own, because they do not compare the whole shop. */
final class ManualRuns {

	private const LANE = 'hand';

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param OutcomeCounts $counts Counts of what is done already.
	 * @return int The id of a run that has ended.
	 */
	public function open( RunMode $mode, RunTrigger $trigger, int $now_ms, OutcomeCounts $counts = new OutcomeCounts() ): int {
		$this->database->run(
			'INSERT INTO ' . $this->database->table( 'runs' ) . ' (mode, lane, `trigger`, status, phase, `cursor`, counts, started_at, updated_at, finished_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %d, %d, %d)',
			array( $mode->value, self::LANE, $trigger->value, RunStatus::Succeeded->value, RunPhase::Done->value, '[]', (string) wp_json_encode( $counts->to_array() ), $now_ms, $now_ms, $now_ms )
		);
		return $this->database->inserted_id();
	}

	/**
	 * To be called within the transaction that writes the numbers.
	 *
	 * @param list<int> $follow_up Products whose stock status and caches have to follow yet.
	 */
	public function note( int $id, OutcomeCounts $counts, array $follow_up ): void {
		$this->database->run(
			'UPDATE ' . $this->database->table( 'runs' ) . ' SET counts = %s, follow_up = %s, saves = saves + 1 WHERE id = %d' . $this->database->and_in_transaction(),
			array( (string) wp_json_encode( $counts->to_array() ), array() === $follow_up ? null : (string) wp_json_encode( $follow_up ), $id )
		);
	}

	/** Deletes a run in which nothing was written. */
	public function discard( int $id ): void {
		$this->database->run( 'DELETE FROM ' . $this->database->table( 'runs' ) . ' WHERE id = %d', array( $id ) );
	}
}
