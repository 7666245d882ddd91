<?php
/**
 * Where a product is edited.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;

final class ProductLink {

	/** '' for a product that no longer exists. A variation is edited on its parent's screen. */
	public static function edit( ?ShopProduct $product ): string {
		return null === $product ? '' : admin_url( sprintf( 'post.php?post=%d&action=edit', $product->parent_id > 0 ? $product->parent_id : $product->id ) );
	}
}
