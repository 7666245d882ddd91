<?php
/**
 * Finds what decides the numbers of a page of products besides KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\HoldOrdersSettings;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\Buffers;
use KeyCrmStock\Shop\Order\OpenLine;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Sync\Order\OrderHolding;
use KeyCrmStock\Value\Order\KnownOrders;

/**
 * Two statements a page for orders, none where they are not looked at, and two for buffers. Inside the writer's lock
 * they see one moment, which is no older than the lock.
 */
final class Terms {

	public function __construct(
		private readonly OpenOrders $orders,
		private readonly OrderNotes $notes,
		private readonly Buffers $buffers,
		private readonly SettingsStore $settings,
		private readonly OrderHolding $holding,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<int> $product_ids Translations included.
	 * @throws DatabaseError
	 */
	public function of( array $product_ids ): PageTerms {
		$settings = $this->settings->get();
		return new PageTerms( $settings, $this->held( $product_ids, $settings ), new PageBuffers( $settings->buffer, $this->buffers->of( $product_ids ) ) );
	}

	/** @param list<int> $product_ids */
	private function held( array $product_ids, Settings $settings ): PageHeld {
		$hold = $this->holding->effective( $settings->hold_orders );
		if ( HoldMode::Off === $hold->mode ) {
			return PageHeld::nothing();
		}
		$now   = $this->clock->now_ms();
		$lines = $this->orders->lines( $product_ids, $hold->oldest_ms( $now ), $now );
		$asks  = HoldMode::KeyCrmOrders === $hold->mode;
		if ( array() === $lines || HoldMode::NotSent === $hold->mode || ( $asks && 0 === $hold->source_id ) ) {
			return PageHeld::uncounted( $lines );
		}
		$known = $this->known( $lines, $hold );
		if ( ! $asks ) {
			return new PageHeld( $lines, $known->notes, true, null );
		}
		return $hold->source_id === $known->look?->source_id
			? new PageHeld( $lines, $known->notes, $settings->subtract_reserve, $known->look )
			: PageHeld::uncounted( $lines );
	}

	/**
	 * An order that has come into another status since it was noted is judged by the status that it has now.
	 *
	 * @param non-empty-list<OpenLine> $lines
	 */
	private function known( array $lines, HoldOrdersSettings $hold ): KnownOrders {
		$counts = static fn ( OpenLine $line ): bool => HoldMode::Statuses !== $hold->mode || $hold->counts_in( $line->status );
		$orders = array_map( static fn ( OpenLine $line ): int => $line->order_id, array_filter( $lines, $counts ) );
		return $this->notes->known( $hold->mode->value, array_values( array_unique( $orders ) ) );
	}
}
