<?php
/**
 * Sets and reads the mark that excludes a product from the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Exclusion;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\Translations;

/**
 * Translations are one product: a mark on any of them counts for all, and removing it removes it from all.
 * A mark on a variable product counts for its variations, which may have marks of their own as well. Marks on
 * categories are not read here.
 */
final class ExclusionMarks {

	public function __construct( private readonly Database $database, private readonly Translations $translations ) {}

	public function exclude( int $product_id ): void {
		$product = wc_get_product( $product_id );
		if ( $product instanceof \WC_Product ) {
			$product->update_meta_data( Catalogue::EXCLUDED, 'yes' );
			// Only the mark is saved. The product itself is not, so no hooks of WooCommerce fire.
			$product->save_meta_data();
		}
	}

	public function include( int $product_id ): void {
		foreach ( $this->translations->groups( array( $product_id ) )[ $product_id ] as $id ) {
			$product = wc_get_product( $id );
			if ( $product instanceof \WC_Product ) {
				$product->delete_meta_data( Catalogue::EXCLUDED );
				$product->save_meta_data();
			}
		}
	}

	/**
	 * Takes two statements at most, for any number of products.
	 *
	 * @param non-empty-list<int> $product_ids
	 * @return array<int, bool> Whether a product or one of its translations is marked itself.
	 */
	public function marks( array $product_ids ): array {
		$sets   = $this->translations->groups( $product_ids );
		$in     = Database::in( array_unique( array_merge( ...array_values( $sets ) ) ) );
		$marked = $this->database->ids(
			"SELECT m.post_id FROM {$this->database->names->postmeta} m JOIN {$this->database->names->posts} p ON p.ID = m.post_id AND p.post_status <> 'trash'
			WHERE m.post_id IN ( {$in} ) AND m.meta_key = %s AND m.meta_value = 'yes'",
			array( Catalogue::EXCLUDED )
		);
		return array_map( static fn ( array $set ): bool => array() !== array_intersect( $set, $marked ), $sets );
	}
}
