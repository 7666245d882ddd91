<?php
/**
 * Makes ordinary what a page of differences cannot be added to.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Outcome;

/**
 * Products without a number, with a damaged one, or whose stock management is to be switched on need
 * rows to be added. Under the locks of a page that could refuse a waiting sale (an insert and a sale that
 * waits on the next product lock each other out), so it is done before, one product at a time, as any
 * other plugin would. Nobody buys by a number that is not there, so no sale is missed.
 */
final class Groundwork {

	/** @var array<int, float|null> The numbers that were found, by product id. */
	private array $found = array();

	/** @var array<int, WriteResult> Products that are done with, or refused. */
	private array $done = array();

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly StockRows $rows,
		private readonly WriteDecider $decider,
	) {}

	/** @return list<int> The page's products in the order in which to lock them. */
	public function prepare( WriteOrder $order ): array {
		$rows = $this->rows->look( $order->product_ids );
		$odd  = array_filter( $rows, static fn ( StockRow $row ): bool => $order->options->enable_stock_management || ! $row->is_plain );
		if ( array() !== $odd ) {
			$this->prepare_odd( $order, $odd );
		}
		return array_keys( $rows );
	}

	/** @param array<int, StockRow> $rows By product id. */
	private function prepare_odd( WriteOrder $order, array $rows ): void {
		$products = array();
		foreach ( $this->catalogue->by_ids( array_keys( $rows ) ) as $product ) {
			if ( StockManagement::Off === $product->managed || ! $rows[ $product->id ]->is_plain ) {
				$products[ $product->id ] = $product;
			}
		}
		$present = array_map( static fn ( StockRow $row ): ?float => $row->amount, array_intersect_key( $rows, $products ) );
		$targets = array() === $present ? array() : ( $order->targets )( array_keys( $present ), $present, $products );
		foreach ( $products as $id => $product ) {
			$verdict = $this->decider->decide( $id, $product, $rows[ $id ]->amount, $targets[ $id ] ?? null );
			if ( $verdict instanceof StockChange ) {
				$this->prepare_one( $verdict, $rows[ $id ] );
			}
		}
	}

	private function prepare_one( StockChange $change, StockRow $row ): void {
		$id      = $change->product->id;
		$off     = StockManagement::Off === $change->product->managed;
		$problem = Listeners::attempt( fn () => $off ? $this->switch_on( $change ) : $this->repair( $id, $row ) );
		if ( '' !== $problem ) {
			$this->done[ $id ] = WriteResult::left( $id, $row->amount, Outcome::Failed, $problem );
		} elseif ( $off ) {
			$this->done[ $id ] = new WriteResult( $id, null, $change->target, Outcome::Updated );
		} else {
			$this->found[ $id ] = $row->amount;
		}
	}

	/** @throws \RuntimeException */
	private function switch_on( StockChange $change ): void {
		$product = wc_get_product( $change->product->id );
		if ( ! $product instanceof \WC_Product ) {
			throw new \RuntimeException( 'WooCommerce cannot read the product.' );
		}
		$product->set_manage_stock( true );
		$product->set_stock_quantity( $change->target );
		$product->save();
	}

	/** As WooCommerce reads it: what is not a number is 0, of several rows the first counts. */
	private function repair( int $id, StockRow $row ): void {
		$amount = (string) ( $row->amount ?? 0 );
		foreach ( array_slice( $row->meta_ids(), null === $row->amount ? 0 : 1 ) as $meta_id ) {
			update_metadata_by_mid( 'post', $meta_id, $amount );
		}
		if ( array() === $row->values ) {
			add_post_meta( $id, '_stock', $amount, true );
		}
	}

	/** @return array<int, string> Messages, by ids of products that the page must leave alone. */
	public function refused(): array {
		$failed = array_filter( $this->done, static fn ( WriteResult $result ): bool => Outcome::Failed === $result->outcome );
		return array_map( static fn ( WriteResult $result ): string => $result->problem, $failed );
	}

	/** What became of a product, the work done here included. */
	public function completed( WriteResult $result ): WriteResult {
		$id = $result->product_id;
		if ( isset( $this->done[ $id ] ) && Outcome::Updated !== $result->outcome ) {
			return $this->done[ $id ];
		}
		$found = array_key_exists( $id, $this->found ) && Outcome::Updated === $result->outcome;
		return $found ? new WriteResult( $id, $this->found[ $id ], $result->after, $result->outcome ) : $result;
	}
}
