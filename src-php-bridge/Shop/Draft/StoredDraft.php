<?php
/**
 * What the database holds of a draft that was just saved.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/**
 * WooCommerce does not look at what the database answers to each of its statements, so everything is read again. Only what
 * the plugin sets is compared: other plugins may add to it.
 */
final class StoredDraft {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<\WC_Product> $made As they were saved.
	 * @throws DatabaseError
	 */
	public function is_as_saved( array $made ): bool {
		$indexed = $this->indexed( array_map( static fn ( \WC_Product $product ): int => $product->get_id(), $made ) );
		\WC_Cache_Helper::invalidate_cache_group( 'product_objects' );
		foreach ( $made as $product ) {
			$id = $product->get_id();
			clean_post_cache( $id );
			$stored = wc_get_product( $id );
			if ( ! $stored instanceof \WC_Product || self::facts( $stored ) !== self::facts( $product ) || array() !== array_diff( $product->get_category_ids( 'edit' ), $stored->get_category_ids( 'edit' ) ) ) {
				return false;
			}
			if ( ( $indexed[ $id ] ?? '' ) !== $product->get_sku( 'edit' ) ) {
				return false;
			}
		}
		return true;
	}

	/** @return array<string, mixed> */
	private static function facts( \WC_Product $product ): array {
		$attributes = array_map( static fn ( mixed $attribute ): mixed => $attribute instanceof \WC_Product_Attribute ? $attribute->get_data() : $attribute, $product->get_attributes( 'edit' ) );
		$facts      = array(
			'type'       => $product->get_type(),
			'status'     => $product->get_status( 'edit' ),
			'parent_id'  => $product->get_parent_id( 'edit' ),
			'name'       => $product->get_name( 'edit' ),
			'attributes' => $attributes,
		);
		// WooCommerce derives the rest of a variable product from its variations.
		return $product instanceof \WC_Product_Variable ? $facts : $facts + array(
			'sku'           => $product->get_sku( 'edit' ),
			'regular_price' => $product->get_regular_price( 'edit' ),
			'price'         => $product->get_price( 'edit' ),
			'weight'        => $product->get_weight( 'edit' ),
			'manage_stock'  => $product->get_manage_stock( 'edit' ),
			'stock'         => (float) $product->get_stock_quantity( 'edit' ),
			'stock_status'  => $product->get_stock_status( 'edit' ),
		);
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> SKUs by product id, from the table by which WooCommerce finds products.
	 * @throws DatabaseError
	 */
	private function indexed( array $ids ): array {
		$in   = Database::in( $ids );
		$skus = array();
		foreach ( $this->database->rows( "SELECT product_id, sku FROM {$this->database->names->prefix}wc_product_meta_lookup WHERE product_id IN ( {$in} )" ) as $row ) {
			$skus[ (int) $row['product_id'] ] = (string) $row['sku'];
		}
		return $skus;
	}
}
