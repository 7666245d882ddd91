<?php
/**
 * What decides the numbers of a page of products besides KeyCRM's levels.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\Settings;
use KeyCrmStock\Shop\ShopProduct;
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
}
