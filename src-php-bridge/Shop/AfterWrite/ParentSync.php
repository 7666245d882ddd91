<?php
/**
 * Brings parents up to date with their variations, each once.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\WordPressHooks\SafeHooks;

/**
 * WooCommerce queues the parent of each saved variation and works the queue off at the end of the
 * request: prices and attributes of all variations are gathered and the parent is saved in full, some
 * 65 queries. In a long run the end of the request would be late, so we do it for each page. If only numbers
 * have changed and the parent's stock status already fits its variations, only the listeners are told.
 * If one parent fails, the others are still brought up to date.
 */
final class ParentSync {

	public function __construct(
		private readonly Database $database,
		private readonly ProductFollowUp $product_follow_up,
	) {}

	/**
	 * @param list<int> $parents Parents of variations whose number has changed. Variations saved in full have queued their parents already.
	 * @return array<int, string> Messages of exceptions, by parent id.
	 * @throws DatabaseError
	 */
	public function run( array $parents ): array {
		$problems = $this->drain();
		$rest     = array_values( array_diff( $parents, array_keys( $problems ) ) );
		$stale    = $this->stale( $rest );
		$this->prime( $rest );
		foreach ( $rest as $id ) {
			$problems[ $id ] = in_array( $id, $stale, true ) ? $this->sync( $id ) : $this->tell( $id );
		}
		return array_filter( $problems );
	}

	/** @return array<int, string> For each that was in WooCommerce's queue, '' where all went well. */
	private function drain(): array {
		global $wc_deferred_product_sync;
		$problems = array();
		while ( is_array( $wc_deferred_product_sync ) && array() !== $wc_deferred_product_sync ) {
			$ids                      = array_diff( wp_parse_id_list( $wc_deferred_product_sync ), array_keys( $problems ) );
			$wc_deferred_product_sync = array();
			foreach ( $ids as $id ) {
				$problems[ $id ] = $this->sync( $id );
			}
		}
		return $problems;
	}

	private function sync( int $id ): string {
		return SafeHooks::attempt( static fn () => \WC_Post_Data::deferred_product_sync( $id ) );
	}

	private function tell( int $id ): string {
		$product = wc_get_product( $id );
		if ( ! $product instanceof \WC_Product_Variable || has_action( 'woocommerce_variable_product_sync' ) ) {
			return $this->sync( $id );
		}
		return SafeHooks::joined( array( SafeHooks::tell( 'woocommerce_variable_product_sync_data', array( $product ) ), $this->product_follow_up->tell( $product, null )[0] ) );
	}

	/**
	 * If the statement fails that counts a parent's variations, WooCommerce takes the parent for out of stock.
	 * So the parents are compared once more after WooCommerce has saved them.
	 *
	 * @param list<int> $parents
	 * @return list<int> Those without a number of their own whose stock status WooCommerce would not derive
	 *                   from that of their variations.
	 * @throws DatabaseError
	 */
	public function wrong( array $parents ): array {
		$wrong = array();
		foreach ( $this->statuses( $parents ) as [ $id, $own, $best, $managed ] ) {
			$derived = StockStatusCheck::OWN_STATUSES[ (int) $best - 1 ] ?? null;
			// A stock status that another plugin has added is left as it is, on a parent and on a variation.
			if ( 'yes' !== $managed && null !== $derived && $own !== $derived && in_array( $own, StockStatusCheck::OWN_STATUSES, true ) ) {
				$wrong[] = (int) $id;
			}
		}
		return $wrong;
	}

	/**
	 * Parents whose stock status is not what WooCommerce would derive from their variations, because another
	 * program has changed a variation.
	 *
	 * @param list<int> $parents
	 * @return list<int>
	 * @throws DatabaseError
	 */
	private function stale( array $parents ): array {
		$fresh = array();
		foreach ( $this->statuses( $parents ) as [ $id, $own, $best ] ) {
			if ( $own === ( StockStatusCheck::OWN_STATUSES[ (int) $best - 1 ] ?? '' ) ) {
				$fresh[] = (int) $id;
			}
		}
		return array_values( array_diff( $parents, $fresh ) );
	}

	/**
	 * @param list<int> $parents
	 * @return list<list<string|null>> Id, stock status, the place of the best status of its
	 *         variations (from 1; 0: one that WooCommerce does not know), and "yes" where it keeps a number of its own.
	 * @throws DatabaseError
	 */
	private function statuses( array $parents ): array {
		if ( array() === $parents ) {
			return array();
		}
		$lookup = "{$this->database->names->prefix}wc_product_meta_lookup";
		return $this->database->lists(
			"SELECT p.post_parent, MAX( own.stock_status ), MIN( FIELD( child.stock_status, '" . implode( "', '", StockStatusCheck::OWN_STATUSES ) . "' ) ), MAX( g.meta_value )
			FROM {$this->database->names->posts} p
			JOIN {$lookup} child ON child.product_id = p.ID
			JOIN {$lookup} own ON own.product_id = p.post_parent
			LEFT JOIN {$this->database->names->postmeta} g ON g.post_id = p.post_parent AND g.meta_key = '_manage_stock'
			WHERE p.post_parent IN ( " . Database::in( $parents ) . " ) AND p.post_type = 'product_variation' AND p.post_status IN ( 'publish', 'private' )
			GROUP BY p.post_parent"
		);
	}

	/**
	 * WooCommerce looks for these with a query for each variable product that it loads.
	 *
	 * @param list<int> $parents
	 */
	private function prime( array $parents ): void {
		$names = array();
		foreach ( $parents as $id ) {
			foreach ( array( 'wc_var_prices_', 'wc_product_children_' ) as $transient ) {
				array_push( $names, "_transient_{$transient}{$id}", "_transient_timeout_{$transient}{$id}" );
			}
		}
		if ( array() !== $names && ! wp_using_ext_object_cache() ) {
			wp_prime_option_caches( $names );
		}
	}
}
