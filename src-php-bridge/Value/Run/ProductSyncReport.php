<?php
/**
 * What came of syncing one product and its variations.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Change\SyncedProduct;

final class ProductSyncReport {

	/** @param list<SyncedProduct> $products Empty if neither the product nor a variation has an SKU. */
	public function __construct( public readonly array $products ) {}

	public function count( Outcome $outcome ): int {
		return count( array_filter( $this->products, static fn ( SyncedProduct $product ): bool => $outcome === $product->outcome && ! $product->is_later ) );
	}

	public function count_later(): int {
		return count( array_filter( $this->products, static fn ( SyncedProduct $product ): bool => $product->is_later ) );
	}

	public function needs_attention(): bool {
		return array() === $this->products || array() !== array_filter( $this->products, static fn ( SyncedProduct $product ): bool => $product->needs_attention() );
	}
}
