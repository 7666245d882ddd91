<?php
/**
 * Writes the number of one product through WooCommerce, inside the transaction.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * A full save costs some 45 queries, of which a mere number needs four. It is made only where more than
 * the number changes (WooCommerce's rules give another stock status; a listener asked for more;
 * management is switched on) or where no difference can be added (no number, a damaged row).
 */
final class ProductWrite {

	/** Id of the product whose `_stock` row is known to be there, 0 for none. */
	private int $known_row = 0;

	/**
	 * Answers WooCommerce's `add_post_meta( …, '_stock', 0, true )` before each change of a number as
	 * WordPress would after a query: the row, which we have locked, is there.
	 *
	 * @param mixed $answer Of others on the filter add_post_metadata.
	 * @return mixed
	 */
	public function row_is_there( $answer, int $product_id, string $key ) {
		return null === $answer && '_stock' === $key && $product_id === $this->known_row ? false : $answer;
	}

	/** @return WrittenProduct|null Null where WooCommerce, or a filter on it, says that the product keeps no number. */
	public function write( StockChange $change ): ?WrittenProduct {
		$id      = $change->product->id;
		$product = $this->load( $id );
		// Kept by a persistent cache after a crash, this would make WooCommerce believe its lookup table is up to date.
		wp_cache_delete( 'lookup_table', 'object_' . $id );
		if ( $change->switches_on() ) {
			$product->set_manage_stock( true );
		} elseif ( ! $product->managing_stock() || $product->get_stock_managed_by_id() !== $id ) {
			return null;
		}
		$product->set_stock_quantity( $change->target );
		$this->known_row = $change->row->is_plain ? $id : 0;
		if ( $change->switches_on() || ! $change->row->is_plain ) {
			return $this->saved( $change, $product );
		}
		$product->validate_props(); // Derives the stock status from number, threshold and backorders.
		return $this->changes_only_number( $change, $product )
			? $this->write_number( $change, $product )
			: $this->write_status( $change, $this->load( $id ) );
	}

	/** @throws \RuntimeException */
	private function load( int $id ): \WC_Product {
		$product = wc_get_product( $id );
		if ( ! $product instanceof \WC_Product ) {
			throw new \RuntimeException( 'WooCommerce cannot read the product.' );
		}
		return $product;
	}

	private function write_number( StockChange $change, \WC_Product $product ): WrittenProduct {
		do_action( 'woocommerce_before_product_object_save', $product, $product->get_data_store() );
		$product->save_meta_data();
		if ( ! $this->changes_only_number( $change, $product ) ) {
			return $this->saved( $change, $product );
		}
		// @phpstan-ignore argument.type (WooCommerce takes fractions too, where the shop sells them.)
		wc_update_product_stock( $product, $change->distance(), $change->direction(), true );
		$product->apply_changes();
		return new WrittenProduct( $change, $product, false );
	}

	/** @param \WC_Product $product As it is in the database: what is pending on it would be saved a second time. */
	private function write_status( StockChange $change, \WC_Product $product ): WrittenProduct {
		// @phpstan-ignore argument.type (As above.)
		wc_update_product_stock( $product, $change->distance(), $change->direction() );
		return new WrittenProduct( $change, $product, true );
	}

	/** The row is locked, so the number itself may be written too. */
	private function saved( StockChange $change, \WC_Product $product ): WrittenProduct {
		$product->save();
		return new WrittenProduct( $change, $product, true );
	}

	private function changes_only_number( StockChange $change, \WC_Product $product ): bool {
		return array() === array_diff( array_keys( $product->get_changes() ), array( 'stock_quantity' ) )
			&& StockAmount::equal( (float) $product->get_stock_quantity( 'edit' ), $change->target );
	}
}
