<?php
/**
 * Which numbers of an earlier run go back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Run\Run;

interface UndoPlan {

	/**
	 * @param non-empty-list<Change> $written Changes that the undone run has written.
	 * @param Run                    $undo    The undo: its id, and the id of the run that it undoes.
	 * @return list<Change> One for each; Updated if its number goes back. Nothing is stored.
	 * @throws DatabaseError
	 */
	public function planned( array $written, Run $undo ): array;
}
