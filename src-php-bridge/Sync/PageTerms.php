<?php
/**
 * What decides the numbers of a page of products besides KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\HoldMode;
use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Store\LevelRow;
use KeyCrmStock\Value\Parts;
use KeyCrmStock\Value\StockLevel;

final class PageTerms {

	private readonly Formula $formula;

	public function __construct(
		public readonly Settings $settings,
		private readonly PageHeld $held,
		private readonly PageBuffers $buffers,
	) {
		$this->formula = new Formula( $settings );
	}

	/** @throws \InvalidArgumentException For a level whose numbers are unknown. */
	public function parts( ShopProduct $product, StockLevel $level ): Parts {
		return $this->formula->of( $level, $this->held->of( $product->translations, $level->sku, $level->read_at ), $this->buffers->of( $product->translations ) );
	}

	/**
	 * Whether the orders have been looked at after this level was read. Levels that another run has just
	 * brought may hold pieces of an order that KeyCRM has let go of, which is known only after that run's
	 * own look: until then such a level may lower a number, and not raise it.
	 */
	public function are_newer_than( LevelRow $row, int $run_id ): bool {
		return HoldMode::KeyCrmOrders !== $this->settings->hold_orders->mode || $row->read_by === $run_id;
	}
}
