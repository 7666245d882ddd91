<?php
/**
 * Whether KeyCRM has no stock at all while the shop has some.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Catalogue\StockPresence;
use KeyCrmStock\Store\Level\LevelTable;

/** Then KeyCRM may be filled from the shop, before its numbers count. Two statements, each of which ends at the first product in stock. */
final class EmptyKeyCrm {

	public function __construct(
		private readonly LevelTable $levels,
		private readonly StockPresence $shop,
	) {}

	/**
	 * @param bool $is_whole KeyCRM's whole list has just been read. Otherwise nothing is concluded from a table without levels.
	 * @throws DatabaseError
	 */
	public function is_fillable( bool $is_whole ): bool {
		return ! $this->levels->has_stock() && ( $is_whole || $this->levels->has_any() ) && $this->shop->has_stock();
	}
}
