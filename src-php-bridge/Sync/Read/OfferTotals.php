<?php
/**
 * Chooses what may be used of what GET /offers says.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Availability\Formula;
use KeyCrmStock\Value\Stock\StockLevel;

/** GET /offers knows no warehouses. Totals do not replace a level with warehouses if the owner's choice needs them. */
final class OfferTotals {

	public function __construct(
		private readonly LevelTable $levels,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @param list<StockLevel> $levels
	 * @return list<StockLevel> Those that may be stored.
	 * @throws DatabaseError
	 */
	public function usable( array $levels ): array {
		$known   = $this->levels->by_offers( array_map( static fn ( StockLevel $level ): int => $level->offer_id, $levels ) );
		$formula = new Formula( $this->settings->get() );
		return array_values( array_filter( $levels, static fn ( StockLevel $level ): bool => '' === $formula->problem( $level ) || ! ( $known[ $level->offer_id ]->level->has_split ?? true ) ) );
	}
}
