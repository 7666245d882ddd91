<?php
/**
 * The phases that find out which orders KeyCRM counts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Value\Run;
use KeyCrmStock\Value\RunPhase;

final class OrdersStep implements Step {

	public function __construct(
		private readonly OrderSearch $search,
		private readonly OrderLook $look,
		private readonly LocalLook $local,
		private readonly SettingsStore $settings,
		private readonly RunPhase $next,
	) {}

	public function advance( Run $run, Lease $lease ): Run {
		$hold = $this->settings->get()->hold_orders;
		if ( RunPhase::Orders === $run->phase && ( isset( $run->cursor['asked'] ) || $this->search->is_due( $run, $hold ) ) ) {
			return $lease->save( $this->search->advance( $run, $hold, $this->next ) );
		}
		return $lease->save(
			match ( true ) {
				HoldMode::Off === $hold->mode, HoldMode::KeyCrmOrders === $hold->mode && 0 === $hold->source_id => $run->at( $this->next ),
				HoldMode::KeyCrmOrders === $hold->mode => $this->look->advance( $run, $hold, $this->next ),
				default => $this->local->advance( $run, $hold, $this->next ),
			}
		);
	}
}
