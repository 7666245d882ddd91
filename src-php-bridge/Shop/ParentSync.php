<?php
/**
 * Brings parents up to date with their variations, each once.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce queues the parent of each saved variation and works the queue off at the end of the
 * request. In a long run that would be late, so it is done for each page; one parent that fails does
 * not take the others with it.
 */
final class ParentSync {

	/** @return array<int, string> Messages of what was thrown, by parent id. */
	public function run(): array {
		global $wc_deferred_product_sync;
		$problems = array();
		$done     = array();
		while ( is_array( $wc_deferred_product_sync ) && array() !== $wc_deferred_product_sync ) {
			$ids                      = array_diff( wp_parse_id_list( $wc_deferred_product_sync ), $done );
			$wc_deferred_product_sync = array();
			foreach ( $ids as $id ) {
				$done[]  = $id;
				$problem = Listeners::attempt( static fn () => \WC_Post_Data::deferred_product_sync( $id ) );
				if ( '' !== $problem ) {
					$problems[ $id ] = $problem;
				}
			}
		}
		return $problems;
	}
}
