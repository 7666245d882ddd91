<?php
/**
 * Reads what decides the numbers of a page of products besides KeyCRM's levels: open orders and buffers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\ProductBuffers;
use KeyCrmStock\Shop\Order\OpenOrderLine;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Sync\Order\OpenOrderModeChooser;
use KeyCrmStock\Value\Order\KnownOrders;

/**
 * A page costs two statements for orders, unless none are subtracted, and two for buffers. Inside the writer's lock
 * they all see one moment, which is no older than the lock.
 */
final class AvailabilityInputs {

	public function __construct(
		private readonly OpenOrders $orders,
		private readonly OrderLineTable $notes,
		private readonly ProductBuffers $buffers,
		private readonly SettingsStore $settings,
		private readonly OpenOrderModeChooser $holding,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<int> $product_ids Translations included.
	 * @throws DatabaseError
	 */
	public function for_products( array $product_ids ): PageInputs {
		$settings = $this->settings->get();
		return new PageInputs( $settings, $this->held( $product_ids, $settings ), new BufferQuantities( $settings->buffer, $this->buffers->for_products( $product_ids ) ) );
	}

	/** @param list<int> $product_ids */
	private function held( array $product_ids, Settings $settings ): OpenOrderQuantities {
		$hold = $this->holding->effective( $settings->hold_orders );
		if ( OpenOrderMode::Off === $hold->mode ) {
			return OpenOrderQuantities::nothing();
		}
		$now   = $this->clock->now_ms();
		$lines = $this->orders->lines( $product_ids, $hold->oldest_ms( $now ), $now );
		$asks  = OpenOrderMode::KeyCrmOrders === $hold->mode;
		if ( array() === $lines || OpenOrderMode::NotSent === $hold->mode || ( $asks && 0 === $hold->source_id ) ) {
			return OpenOrderQuantities::uncounted( $lines );
		}
		$known = $this->known( $lines, $hold );
		if ( ! $asks ) {
			return new OpenOrderQuantities( $lines, $known->notes, true, null );
		}
		return $hold->source_id === $known->read?->source_id
			? new OpenOrderQuantities( $lines, $known->notes, $settings->subtract_reserve, $known->read )
			: OpenOrderQuantities::uncounted( $lines );
	}

	/**
	 * An order that has changed its status since it was stored is judged by its present status.
	 *
	 * @param non-empty-list<OpenOrderLine> $lines
	 */
	private function known( array $lines, OpenOrderSettings $hold ): KnownOrders {
		$counts = static fn ( OpenOrderLine $line ): bool => OpenOrderMode::Statuses !== $hold->mode || $hold->counts_in( $line->status );
		$orders = array_map( static fn ( OpenOrderLine $line ): int => $line->order_id, array_filter( $lines, $counts ) );
		return $this->notes->known( $hold->mode->value, array_values( array_unique( $orders ) ) );
	}
}
