<?php
/**
 * Gives a draft its picture.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

/**
 * A picture is fetched after its draft is stored: whatever happens to it, the product is there. It may take a few seconds
 * and some megabytes; anything else leaves the draft without a picture.
 */
final class DraftPicture {

	private const SECONDS = 10;

	private const MOST_BYTES = 8_000_000;

	private const TYPES = array( 'image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif' );

	/** @return bool Whether the product has a picture now. */
	public function give( int $product_id, string $url ): bool {
		$product = wc_get_product( $product_id );
		if ( ! $product instanceof \WC_Product ) {
			return false;
		}
		if ( (int) $product->get_image_id( 'edit' ) > 0 ) {
			return true;
		}
		$id = $this->fetch( $product_id, $url );
		if ( null === $id ) {
			return false;
		}
		$product->set_image_id( $id );
		$product->save();
		return true;
	}

	private function fetch( int $product_id, string $url ): ?int {
		if ( 1 !== preg_match( '#^https?://#i', $url ) ) {
			return null;
		}
		require_once ABSPATH . 'wp-admin/includes/file.php';
		require_once ABSPATH . 'wp-admin/includes/media.php';
		require_once ABSPATH . 'wp-admin/includes/image.php';
		$limit = static fn ( array $args ): array => array( 'limit_response_size' => self::MOST_BYTES ) + $args;
		add_filter( 'http_request_args', $limit, PHP_INT_MAX );
		try {
			$file = download_url( $url, self::SECONDS );
		} finally {
			remove_filter( 'http_request_args', $limit, PHP_INT_MAX );
		}
		return is_string( $file ) ? $this->kept( $product_id, $file ) : null;
	}

	private function kept( int $product_id, string $file ): ?int {
		$type = (string) wp_get_image_mime( $file );
		$size = (int) filesize( $file );
		$kept = in_array( $type, self::TYPES, true ) && $size < self::MOST_BYTES
			? media_handle_sideload(
				array(
					'name'     => 'keycrm-' . $product_id . '.' . ( 'image/jpeg' === $type ? 'jpg' : substr( $type, 6 ) ),
					'tmp_name' => $file,
				),
				$product_id
			)
			: null;
		if ( is_int( $kept ) ) {
			return $kept;
		}
		if ( is_file( $file ) ) {
			wp_delete_file( $file );
		}
		return null;
	}
}
