<?php
/**
 * Runs that need a person.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;

final class RunAlerts {

	public function __construct( private readonly Database $database ) {}

	/** Stores a run that could not even begin, so that the history shows it and failures are counted. */
	public function create_failed( string $lane, RunTrigger $trigger, RunError $error, int $now_ms ): Run {
		$this->database->run(
			'INSERT INTO ' . $this->table() . ' (mode, lane, `trigger`, status, phase, `cursor`, counts, error, started_at, updated_at, finished_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %d, %d, %d)',
			array( RunMode::Sync->value, $lane, $trigger->value, RunStatus::Failed->value, RunPhase::Read->value, '[]', '[]', (string) wp_json_encode( $error->to_array(), JSON_UNESCAPED_UNICODE ), $now_ms, $now_ms, $now_ms )
		);
		return $this->newest( 'id = %d', array( $this->database->inserted_id() ) ) ?? throw new \LogicException( 'The row was just stored.' );
	}

	/**
	 * The newest run that waits for a person's decision. A list of products that are to be made is left out: whoever
	 * wanted it looks at it, and no number waits for it.
	 */
	public function newest_waiting(): ?Run {
		return $this->newest( 'status = %s AND lane <> %s', array( RunStatus::NeedsConfirmation->value, RunTable::CREATE ) );
	}

	/** Syncs that failed since the last one that could compare the shop with KeyCRM. */
	public function failures_in_a_row(): int {
		return (int) $this->database->value(
			'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE status = %s AND mode = %s AND id > (SELECT COALESCE(MAX(id), 0) FROM ' . $this->table() . ' WHERE mode = %s AND status IN (%s, %s))',
			array( RunStatus::Failed->value, RunMode::Sync->value, RunMode::Sync->value, RunStatus::Succeeded->value, RunStatus::NeedsConfirmation->value )
		);
	}

	public function last_failed(): ?Run {
		return $this->newest( 'status = %s AND mode = %s', array( RunStatus::Failed->value, RunMode::Sync->value ) );
	}

	/** How many runs of a newer version there are with codes that this version does not know. */
	public function unknown(): int {
		return (int) $this->database->value( 'SELECT COUNT(*) FROM ' . $this->table() . ' WHERE NOT ' . RunRow::is_known() );
	}

	/** @param list<string|int> $values */
	private function newest( string $where, array $values ): ?Run {
		return RunRow::to_runs( $this->database->rows( 'SELECT * FROM ' . $this->table() . " WHERE $where AND " . RunRow::is_known() . ' ORDER BY id DESC LIMIT 1', $values ) )[0] ?? null;
	}

	private function table(): string {
		return $this->database->table( 'runs' );
	}
}
