<?php
/**
 * A page of stock quantities that is committed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\WordPressHooks\DeferredHooks;

final class WrittenPage {

	/**
	 * @param array<int, WriteResult> $results By product id.
	 * @param list<WrittenProduct>    $written Those whose number was written.
	 * @param DeferredHooks               $hooks   Hooks that WooCommerce fired meanwhile, for the listeners.
	 */
	public function __construct(
		public readonly array $results,
		public readonly array $written,
		public readonly DeferredHooks $hooks,
	) {}
}
