<?php
/**
 * Finds out from KeyCRM's orders which offers have moved.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Log;
use KeyCrmStock\Sync\Run\Budget;
use KeyCrmStock\Sync\Run\ChangedOrders;

final class ChangedOrderReader implements ChangedOrders {

	/** After a failure. A full sync finds the same changes, so there is no hurry. */
	private const PAUSE_MS = 60_000;

	public function __construct(
		private readonly NamedOrderReader $named,
		private readonly ChangedOrderMarker $listed,
		private readonly Clock $clock,
	) {}

	public function read_named( Budget $budget ): ?int {
		return $this->repeat( $this->named->read_next( ... ), $budget );
	}

	public function read_list( Budget $budget ): ?int {
		return $this->repeat( $this->listed->read_page( ... ), $budget );
	}

	/** @param \Closure(): bool $ask Whether there may be more to ask. */
	private function repeat( \Closure $ask, Budget $budget ): ?int {
		try {
			do {
				if ( ! $budget->has_room( $this->clock->now_ms() ) ) {
					return $this->clock->now_ms();
				}
			} while ( $ask() );
			return null;
		} catch ( WaitRequired $wait ) {
			return $wait->until_ms;
		} catch ( ApiException $error ) {
			if ( ! $error->was_sent() ) {
				return null; // Without a key the syncs tell the owner.
			}
			Log::write( 'warning', static fn (): string => 'KeyCRM\'s orders could not be asked which offers have moved; the next full sync reads them all the same. ' . $error->getMessage() );
			return $error->is_retryable() ? $this->clock->now_ms() + self::PAUSE_MS : null;
		}
	}
}
