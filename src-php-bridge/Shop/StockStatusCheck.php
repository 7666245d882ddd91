<?php
/**
 * Whether WooCommerce's tables agree about the stock of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

defined( 'ABSPATH' ) || exit;

/** Past every cache, one statement however many products. */
final class StockStatusCheck {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $product_ids Products and variations, also those that keep no number of their own.
	 * @return list<int> Those whose lookup row or visibility differs from their meta, or whose status WooCommerce
	 *                   would not derive from their number.
	 * @throws DatabaseError
	 */
	public function wrong( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$names = $this->database->names;
		$wrong = array();
		$rows  = $this->database->rows(
			"SELECT p.ID, g.meta_value AS managed, n.meta_value AS stock, s.meta_value AS status, b.meta_value AS backorders, l.stock_quantity AS lookup, l.stock_status AS lookup_status,
			EXISTS ( SELECT 1 FROM {$names->term_relationships} r
				JOIN {$names->term_taxonomy} tt ON tt.term_taxonomy_id = r.term_taxonomy_id AND tt.taxonomy = 'product_visibility'
				JOIN {$names->terms} t ON t.term_id = tt.term_id AND t.slug = 'outofstock' WHERE r.object_id = p.ID ) AS hidden
			FROM {$names->posts} p
			LEFT JOIN {$names->postmeta} g ON g.post_id = p.ID AND g.meta_key = '_manage_stock'
			LEFT JOIN {$names->postmeta} n ON n.post_id = p.ID AND n.meta_key = '_stock'
			LEFT JOIN {$names->postmeta} s ON s.post_id = p.ID AND s.meta_key = '_stock_status'
			LEFT JOIN {$names->postmeta} b ON b.post_id = p.ID AND b.meta_key = '_backorders'
			LEFT JOIN {$names->prefix}wc_product_meta_lookup l ON l.product_id = p.ID
			WHERE p.ID IN ( " . Database::in( $product_ids ) . ' )'
		);
		foreach ( $rows as $row ) {
			$agrees = $row['lookup_status'] === $row['status'] && ( '1' === $row['hidden'] ) === ( 'outofstock' === $row['status'] );
			if ( ! $agrees || ( 'yes' === $row['managed'] && ! $this->follows( $row ) ) ) {
				$wrong[] = (int) $row['ID'];
			}
		}
		return array_values( array_unique( $wrong ) );
	}

	/** @param array<string, string|null> $row Of a product with a number. */
	private function follows( array $row ): bool {
		$number    = StockAmount::from_meta( $row['stock'] ) ?? 0.0;
		$threshold = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		$empty     = 'no' === ( $row['backorders'] ?? 'no' ) ? 'outofstock' : 'onbackorder';
		// Versions of WooCommerce differ in what half a unit is; both answers are right.
		$derived = array( $number > $threshold ? 'instock' : $empty, (int) $number > $threshold ? 'instock' : $empty );
		return in_array( $row['status'], $derived, true ) && null !== $row['lookup'] && StockAmount::equal( (float) $row['lookup'], $number );
	}
}
