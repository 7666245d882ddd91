<?php
/**
 * Decides which way of knowing orders the sync goes by.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\HoldOrdersSettings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Option\LookMemory;
use KeyCrmStock\Store\Option\OrderChannelMemory;
use KeyCrmStock\Value\Order\OrderChannel;
use KeyCrmStock\Value\Order\OrdersState;

/**
 * What the owner has chosen wins. Where the owner has left it open, the channel that was found by itself fills it in;
 * until one is found every order is subtracted, because a piece that is kept back too long can be sold tomorrow, and
 * one that is sold twice cannot be delivered.
 */
final class OrderHolding {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly OrderChannelMemory $channel,
		private readonly LookMemory $looks,
	) {}

	/** @throws DatabaseError */
	public function current(): HoldOrdersSettings {
		return $this->effective( $this->settings->get()->hold_orders );
	}

	/**
	 * Never of mode Auto.
	 *
	 * @throws DatabaseError
	 */
	public function effective( HoldOrdersSettings $chosen ): HoldOrdersSettings {
		return $chosen->with_found_source( $chosen->looks_for_source() ? $this->channel->found() : 0 );
	}

	/** @throws DatabaseError */
	public function state(): OrdersState {
		$chosen = $this->settings->get()->hold_orders;
		$hold   = $this->effective( $chosen );
		$asks   = HoldMode::KeyCrmOrders === $hold->mode && 0 !== $hold->source_id;
		return new OrdersState(
			$this->question( $chosen, $asks ),
			$this->subtracted( $hold ),
			$hold->max_age_days,
			$asks ? $hold->source_id : 0,
			$asks ? array() : $this->channel->candidates(),
			$asks ? $this->looks->unread_since( $hold->source_id ) : 0
		);
	}

	private function question( HoldOrdersSettings $chosen, bool $asks ): string {
		$is_open = match ( $chosen->mode ) {
			HoldMode::Auto => true,
			HoldMode::Off => $chosen->detect,
			default => false,
		};
		return match ( true ) {
			$asks, ! $is_open && HoldMode::KeyCrmOrders !== $chosen->mode => OrdersState::NOTHING_ASKED,
			$this->is_choice( $is_open ) => OrdersState::WHICH_CHANNEL,
			$is_open => OrdersState::HOW,
			default => OrdersState::NOTHING_ASKED,
		};
	}

	/**
	 * Whether the owner has to choose a channel: several have orders of the shop; or the owner has said that KeyCRM shall
	 * be asked, and none could be found.
	 */
	private function is_choice( bool $is_open ): bool {
		$candidates = $this->channel->candidates();
		$with_ours  = array_filter( $candidates, static fn ( OrderChannel $channel ): bool => $channel->orders > 0 );
		return $is_open ? count( $with_ours ) > 1 : array() !== $candidates;
	}

	private function subtracted( HoldOrdersSettings $hold ): string {
		return match ( true ) {
			HoldMode::Off === $hold->mode => OrdersState::NONE,
			HoldMode::NotSent === $hold->mode, HoldMode::KeyCrmOrders === $hold->mode && 0 === $hold->source_id => OrdersState::ALL,
			default => OrdersState::UNCOUNTED,
		};
	}
}
