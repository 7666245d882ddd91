<?php
/**
 * The screen with the list of all products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

final class ProductListScreen {

	/** @param \Closure(): void $extend Called on that screen only, and by the request that saves a row of it and renders it again. */
	public function __construct( private readonly \Closure $extend ) {}

	public function register(): void {
		add_action( 'load-edit.php', fn () => 'product' === ( $GLOBALS['typenow'] ?? '' ) && ( $this->extend )() );
		// WordPress saves a quick edit at priority 1, and checks the nonce there. We come before that.
		add_action( 'wp_ajax_inline-save', fn () => 'product' === ( $_POST['post_type'] ?? '' ) && ( $this->extend )(), 0 );
	}

	/** @return non-empty-list<int> All products of the page, so that one query serves them all; after a quick edit only the one that is rendered again. */
	public static function shown_with( int $product_id ): array {
		global $wp_query;
		$ids = array();
		foreach ( $wp_query instanceof \WP_Query ? $wp_query->posts ?? array() : array() as $post ) {
			$ids[] = $post instanceof \WP_Post ? $post->ID : (int) $post;
		}
		return in_array( $product_id, $ids, true ) ? $ids : array( $product_id );
	}
}
