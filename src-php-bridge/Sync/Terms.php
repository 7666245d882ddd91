<?php
/**
 * Finds what decides the numbers of a page of products besides KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Buffers;
use KeyCrmStock\Shop\OpenLine;
use KeyCrmStock\Shop\OpenOrders;
use KeyCrmStock\Store\OrderNotes;

/** Two statements a page for orders, none where they are not looked at, and two for buffers. Inside the writer's lock it is as new as the lock. */
final class Terms {

	public function __construct(
		private readonly OpenOrders $orders,
		private readonly OrderNotes $notes,
		private readonly Buffers $buffers,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** @param list<int> $product_ids Translations included. */
	public function of( array $product_ids ): PageTerms {
		$settings = $this->settings->get();
		return new PageTerms( $settings, $this->held( $product_ids, $settings ), new PageBuffers( $settings->buffer, $this->buffers->of( $product_ids ) ) );
	}

	/** @param list<int> $product_ids */
	private function held( array $product_ids, Settings $settings ): PageHeld {
		$hold = $settings->hold_orders;
		if ( HoldMode::Off === $hold->mode ) {
			return new PageHeld( array(), array(), true );
		}
		$now    = $this->clock->now_ms();
		$lines  = $this->orders->lines( $product_ids, $hold->oldest_ms( $now ), $now );
		$orders = array_values( array_unique( array_map( static fn ( OpenLine $line ): int => $line->order_id, $lines ) ) );
		$asks   = HoldMode::KeyCrmOrders === $hold->mode;
		return new PageHeld( $lines, $this->notes->of( $hold->mode->value, $orders ), ! $asks || $settings->subtract_reserve );
	}
}
