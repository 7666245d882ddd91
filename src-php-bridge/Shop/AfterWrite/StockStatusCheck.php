<?php
/**
 * Whether WooCommerce's tables agree about the stock of products.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Stock\StockQuantity;

/** Reads past every cache, with one statement for any number of products. */
final class StockStatusCheck {

	/**
	 * WooCommerce's stock statuses, in the sequence in which a parent takes them from its variations. Statuses that
	 * other plugins add (a pre-order, for instance) are not judged.
	 */
	public const OWN_STATUSES = array( 'instock', 'onbackorder', 'outofstock' );

	public function __construct(
		private readonly Database $database,
		private readonly ProductCaches $caches,
	) {}

	/**
	 * @param list<int> $product_ids Products and variations, also those that keep no number of their own.
	 * @return list<int> Those whose lookup row or visibility differs from their meta, or whose status WooCommerce
	 *                   would not derive from their number.
	 * @throws DatabaseError
	 */
	public function wrong( array $product_ids ): array {
		$wrong = array();
		foreach ( $this->rows( $product_ids ) as $row ) {
			if ( ! $this->is_marked( $row ) || ! $this->has_row( $row ) || ( 'yes' === $row['managed'] && ! $this->follows( $row ) ) ) {
				$wrong[] = (int) $row['ID'];
			}
		}
		return array_values( array_unique( $wrong ) );
	}

	/**
	 * Flaws of products that keep a number of their own. If a status looks wrong, the product is loaded, so that
	 * WooCommerce itself derives the status, with the filters of other plugins.
	 *
	 * @param list<int> $product_ids
	 * @return array<int, StockFlaw> By product id; a product in order is missing.
	 * @throws DatabaseError
	 */
	public function flaws( array $product_ids ): array {
		$first = array();
		foreach ( $this->rows( $product_ids ) as $row ) {
			// If a meta key exists twice, WooCommerce reads the first.
			$first[ (int) $row['ID'] ] ??= $row;
		}
		$flaws    = array_filter( array_map( $this->flaw( ... ), $first ) );
		$doubtful = array_keys( $flaws, StockFlaw::Status, true );
		if ( array() !== $doubtful ) {
			$this->caches->refresh( $doubtful );
		}
		foreach ( $doubtful as $id ) {
			if ( ! $this->derives_another( $id ) ) {
				unset( $flaws[ $id ] );
			}
		}
		return $flaws;
	}

	/** @param array<string, string|null> $row */
	private function flaw( array $row ): ?StockFlaw {
		return match ( true ) {
			'yes' !== $row['managed'], ! in_array( $row['status'], self::OWN_STATUSES, true ) => null,
			! $this->follows( $row ) => StockFlaw::Status,
			// The catalogue does not list variations, so the term does not matter for them.
			! $this->has_row( $row ), ! $this->is_marked( $row ) && 'product' === $row['type'] => StockFlaw::Lookup,
			default => null,
		};
	}

	private function derives_another( int $id ): bool {
		try {
			$product = wc_get_product( $id );
			if ( ! $product instanceof \WC_Product ) {
				return false;
			}
			$stored = $product->get_stock_status( 'edit' );
			$product->validate_props();
			return $product->get_stock_status( 'edit' ) !== $stored;
		} catch ( \Throwable ) {
			// Another plugin's product class threw, so what WooCommerce would derive is not known.
			return false;
		}
	}

	/**
	 * @param list<int> $product_ids
	 * @return list<array<string, string|null>>
	 * @throws DatabaseError
	 */
	private function rows( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$names = $this->database->names;
		return $this->database->rows(
			"SELECT p.ID, p.post_type AS type, g.meta_value AS managed, n.meta_value AS stock, s.meta_value AS status, b.meta_value AS backorders, l.stock_quantity AS lookup, l.stock_status AS lookup_status,
			EXISTS ( SELECT 1 FROM {$names->term_relationships} r
				JOIN {$names->term_taxonomy} tt ON tt.term_taxonomy_id = r.term_taxonomy_id AND tt.taxonomy = 'product_visibility'
				JOIN {$names->terms} t ON t.term_id = tt.term_id AND t.slug = 'outofstock' WHERE r.object_id = p.ID ) AS hidden
			FROM {$names->posts} p
			LEFT JOIN {$names->postmeta} g ON g.post_id = p.ID AND g.meta_key = '_manage_stock'
			LEFT JOIN {$names->postmeta} n ON n.post_id = p.ID AND n.meta_key = '_stock'
			LEFT JOIN {$names->postmeta} s ON s.post_id = p.ID AND s.meta_key = '_stock_status'
			LEFT JOIN {$names->postmeta} b ON b.post_id = p.ID AND b.meta_key = '_backorders'
			LEFT JOIN {$names->prefix}wc_product_meta_lookup l ON l.product_id = p.ID
			WHERE p.ID IN ( " . Database::in( $product_ids ) . ' ) ORDER BY p.ID, g.meta_id, n.meta_id, s.meta_id, b.meta_id'
		);
	}

	/** @param array<string, string|null> $row */
	private function is_marked( array $row ): bool {
		return ( '1' === $row['hidden'] ) === ( 'outofstock' === $row['status'] );
	}

	/** @param array<string, string|null> $row */
	private function has_row( array $row ): bool {
		return $row['lookup_status'] === $row['status']
			&& ( 'yes' !== $row['managed'] || ( null !== $row['lookup'] && StockQuantity::equal( (float) $row['lookup'], StockQuantity::from_meta( $row['stock'] ) ?? 0.0 ) ) );
	}

	/** @param array<string, string|null> $row Of a product with a number. */
	private function follows( array $row ): bool {
		$number    = StockQuantity::from_meta( $row['stock'] ) ?? 0.0;
		$threshold = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		$empty     = 'no' === ( $row['backorders'] ?? 'no' ) ? 'outofstock' : 'onbackorder';
		// Versions of WooCommerce differ on fractions of a unit; both answers are accepted.
		$derived = array( $number > $threshold ? 'instock' : $empty, (int) $number > $threshold ? 'instock' : $empty );
		return in_array( $row['status'], $derived, true );
	}
}
