<?php
/**
 * Which products stand on the page of the list that is being drawn.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

final class ListedProducts {

	/** @return non-empty-list<int> All of the page, so that one question answers for them; after a quick edit only the one that is drawn again. */
	public static function with( int $product_id ): array {
		global $wp_query;
		$ids = array();
		foreach ( $wp_query instanceof \WP_Query ? $wp_query->posts ?? array() : array() as $post ) {
			$ids[] = $post instanceof \WP_Post ? $post->ID : (int) $post;
		}
		return in_array( $product_id, $ids, true ) ? $ids : array( $product_id );
	}
}
