<?php
/**
 * Repairs rows of stock quantities so that a difference can be added to them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Transaction;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Shop\Catalogue\StockManagement;

/**
 * A difference can be added only if every row of the product holds the same number. The repair follows WooCommerce:
 * a text that is no number is 0, and of several rows the first counts. Existing rows are locked. A missing row is
 * added only if the page is one product (WriteOptions::$adds_rows).
 */
final class StockRowRepair {

	public function __construct(
		private readonly StockRows $rows,
		private readonly Transaction $transaction,
	) {}

	/**
	 * @param array<int, StockChange> $changes
	 * @param array<int, StockRow>    $rows    As they were locked.
	 * @return array<int, StockRow> As they are now.
	 * @throws TransactionLost
	 */
	public function repair( array $changes, array $rows ): array {
		foreach ( $changes as $id => $change ) {
			if ( ! $rows[ $id ]->is_plain && StockManagement::Off !== $change->product->managed ) {
				$rows[ $id ] = $this->repaired( $id, $rows[ $id ] );
			}
		}
		return $rows;
	}

	/** @throws TransactionLost */
	private function repaired( int $id, StockRow $row ): StockRow {
		$this->transaction->assert_alive();
		if ( array() === $row->values ) {
			add_post_meta( $id, '_stock', '0', true );
		}
		foreach ( array_slice( $row->meta_ids(), null === $row->amount ? 0 : 1 ) as $meta_id ) {
			update_metadata_by_mid( 'post', $meta_id, (string) ( $row->amount ?? 0 ) );
		}
		$repaired = $this->rows->lock( array( $id ) )[ $id ];
		return $repaired->is_plain ? $repaired : throw TransactionLost::by_reason( "The stock quantity of product $id could not be repaired." );
	}
}
