<?php
/**
 * “Sync this product” below each product of the list.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\ProductList;

defined( 'ABSPATH' ) || exit;

/**
 * A link with a nonce, like WooCommerce's “Duplicate”. It leads to the same list, which syncs the product before it is
 * drawn and says what happened on top. WordPress takes the arguments out of the address, so a reload does nothing again.
 */
final class SyncRowAction {

	private const PRODUCT = 'keycrm_stock_sync';

	/** @var array{string, list<string>}|null Colour and sentences of the notice; null if nothing was asked for. */
	private ?array $said = null;

	/** Only on the list of products, and only for users who manage WooCommerce. */
	public function register(): void {
		add_filter( 'post_row_actions', fn ( array $actions, \WP_Post $post ): array => 'product' === $post->post_type ? $this->with_ours( $actions, $post->ID ) : $actions, 10, 2 );
		add_filter( 'removable_query_args', static fn ( array $names ): array => array( ...$names, self::PRODUCT, '_wpnonce' ) );
		add_action( 'admin_notices', fn () => $this->say() );
		$product_id = is_numeric( $_GET[ self::PRODUCT ] ?? null ) ? (int) $_GET[ self::PRODUCT ] : 0;
		if ( $product_id > 0 ) {
			check_admin_referer( self::PRODUCT . $product_id );
			$this->said = $this->synced( $product_id );
			// Links of the list repeat the address.
			$_SERVER['REQUEST_URI'] = remove_query_arg( array( self::PRODUCT, '_wpnonce' ), $_SERVER['REQUEST_URI'] ?? '' );
		}
	}

	/**
	 * @param array<string, string> $actions
	 * @return array<string, string>
	 */
	private function with_ours( array $actions, int $product_id ): array {
		if ( 'trash' === get_post_status( $product_id ) || ! current_user_can( 'edit_post', $product_id ) ) {
			return $actions;
		}
		// A quick edit draws its row in a request of its own.
		$list    = wp_doing_ajax() ? admin_url( 'edit.php?post_type=product' ) : (string) ( $_SERVER['REQUEST_URI'] ?? '' );
		$address = wp_nonce_url( add_query_arg( self::PRODUCT, $product_id, remove_query_arg( wp_removable_query_args(), $list ) ), self::PRODUCT . $product_id );
		return $actions + array(
			self::PRODUCT => sprintf(
				'<a href="%s" aria-label="%s">%s</a>',
				esc_url( $address ),
				/* translators: %s: name of a product. */
				esc_attr( sprintf( __( 'Sync “%s” with KeyCRM now', 'stock-sync-for-keycrm' ), get_the_title( $product_id ) ) ),
				esc_html__( 'Sync this product', 'stock-sync-for-keycrm' )
			),
		);
	}

	/** @return array{string, list<string>} By the REST route, so that the list allows and says the same as all other places. */
	private function synced( int $product_id ): array {
		$response = rest_do_request( new \WP_REST_Request( 'POST', "/keycrm-stock/v1/products/$product_id/sync" ) );
		if ( $response->is_error() ) {
			return array( 'error', array( (string) $response->get_data()['message'] ) );
		}
		/** @var array{level: string, summary: string, products: list<array{sku: string, sentence: string}>} $answer */
		$answer    = $response->get_data();
		$sentences = array( $answer['summary'] );
		foreach ( 1 === count( $answer['products'] ) ? array() : $answer['products'] as $product ) {
			$sentences[] = $product['sku'] . ': ' . $product['sentence'];
		}
		return array( $answer['level'], $sentences );
	}

	private function say(): void {
		if ( null !== $this->said ) {
			[ $level, $sentences ] = $this->said;
			printf( '<div class="notice notice-%s is-dismissible"><p>%s</p></div>', esc_attr( $level ), implode( '<br>', array_map( esc_html( ... ), $sentences ) ) ); // Escaped one by one.
		}
	}
}
