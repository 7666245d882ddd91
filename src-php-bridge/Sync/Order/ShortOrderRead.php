<?php
/**
 * Learns which orders KeyCRM counts while a person waits: with one request at most.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Value\Run\Run;

/**
 * Uses the readers of a sync. If KeyCRM's list has more pages than one, the read does not come to its end, so nothing
 * counts as looked at, and no number rises by it.
 */
final class ShortOrderRead {

	public function __construct(
		private readonly OpenOrderModeChooser $mode,
		private readonly CrmOrderReader $crm_reader,
		private readonly LocalOrderReader $local,
	) {}

	/** @throws DatabaseError */
	public function asks_keycrm(): bool {
		$hold = $this->mode->current();
		return OpenOrderMode::KeyCrmOrders === $hold->mode && 0 !== $hold->source_id;
	}

	/**
	 * Looks at the shop's own orders, which costs no request.
	 *
	 * @throws DatabaseError
	 */
	public function read_shop( Run $run ): void {
		$hold = $this->mode->current();
		if ( ! in_array( $hold->mode, array( OpenOrderMode::PluginMarks, OpenOrderMode::Statuses, OpenOrderMode::Filter ), true ) ) {
			return;
		}
		$run = $run->with( cursor: array() );
		do {
			$result = $this->local->advance( $run, $hold );
			$run    = $result->run;
		} while ( ! $result->is_done );
	}

	/**
	 * Sends one request, or none if the shop has no order that matters.
	 *
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws DatabaseError
	 */
	public function ask( Run $run ): void {
		$this->crm_reader->advance( $run->with( cursor: array() ), $this->mode->current() );
	}
}
