<?php
/**
 * Decides in which mode the sync learns which orders KeyCRM counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\OpenOrderMode;
use KeyCrmStock\Settings\OpenOrderSettings;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Option\OrderChannelStore;
use KeyCrmStock\Store\Option\OrderReadCheckpoint;
use KeyCrmStock\Value\Order\OpenOrdersState;
use KeyCrmStock\Value\Order\OrderChannel;
use KeyCrmStock\Value\Stock\Side;

/**
 * What the owner has chosen wins. If the owner has not chosen, the channel that the plugin has found is used. Until one
 * is found every order is subtracted: a piece that is kept back too long can be sold tomorrow, but one that is sold
 * twice cannot be delivered.
 */
final class OpenOrderModeChooser {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly OrderChannelStore $channel,
		private readonly OrderReadCheckpoint $looks,
	) {}

	/** @throws DatabaseError */
	public function current(): OpenOrderSettings {
		return $this->effective( $this->settings->get()->hold_orders );
	}

	/**
	 * Never of mode Auto.
	 *
	 * @throws DatabaseError
	 */
	public function effective( OpenOrderSettings $chosen ): OpenOrderSettings {
		return $chosen->with_found_source( $chosen->looks_for_source() ? $this->channel->found() : 0 );
	}

	/** @throws DatabaseError */
	public function state(): OpenOrdersState {
		$chosen = $this->settings->get()->hold_orders;
		$hold   = $this->effective( $chosen );
		$asks   = OpenOrderMode::KeyCrmOrders === $hold->mode && 0 !== $hold->source_id;
		return new OpenOrdersState(
			$this->question( $chosen, $asks ),
			$this->subtracted( $hold ),
			$hold->max_age_days,
			$asks ? $hold->source_id : 0,
			$asks ? array() : $this->channel->candidates(),
			$asks ? $this->looks->unread_since( $hold->source_id ) : 0,
			OpenOrderMode::KeyCrmOrders === $chosen->mode && ! $asks
		);
	}

	private function question( OpenOrderSettings $chosen, bool $asks ): string {
		if ( Side::Shop !== $this->settings->get()->written_side() ) {
			// The shop leads, and its numbers contain its orders already.
			return OpenOrdersState::NOTHING_ASKED;
		}
		$is_open = match ( $chosen->mode ) {
			OpenOrderMode::Auto => true,
			OpenOrderMode::Off => $chosen->detect,
			default => false,
		};
		return match ( true ) {
			$asks, ! $is_open && OpenOrderMode::KeyCrmOrders !== $chosen->mode => OpenOrdersState::NOTHING_ASKED,
			$this->is_choice( $is_open ) => OpenOrdersState::WHICH_CHANNEL,
			$is_open => OpenOrdersState::HOW,
			default => OpenOrdersState::NOTHING_ASKED,
		};
	}

	/**
	 * Whether the owner has to choose a channel: several contain orders of the shop, or the owner wants KeyCRM to be asked
	 * and none was found.
	 */
	private function is_choice( bool $is_open ): bool {
		$candidates = $this->channel->candidates();
		$with_ours  = array_filter( $candidates, static fn ( OrderChannel $channel ): bool => $channel->orders > 0 );
		return $is_open ? count( $with_ours ) > 1 : array() !== $candidates;
	}

	private function subtracted( OpenOrderSettings $hold ): string {
		return match ( true ) {
			OpenOrderMode::Off === $hold->mode => OpenOrdersState::NONE,
			OpenOrderMode::NotSent === $hold->mode, OpenOrderMode::KeyCrmOrders === $hold->mode && 0 === $hold->source_id => OpenOrdersState::ALL,
			default => OpenOrdersState::UNCOUNTED,
		};
	}
}
