<?php
/**
 * Looks at a page of changes that are to be taken back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue;
use KeyCrmStock\Shop\Sales;
use KeyCrmStock\Shop\ShopProduct;
use KeyCrmStock\Value\Change;

final class UndoPage {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly Sales $sales,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @param list<Change> $written What the run to be taken back has written.
	 * @return array<int, UndoItem> By product id.
	 */
	public function of( array $written ): array {
		$products = $this->products( $written );
		$lines    = array();
		$since    = array_map( static fn ( Change $change ): int => self::second( $change ), $written );
		foreach ( array() === $since ? array() : $this->sales->since( array_keys( $products ), min( $since ) ) as $line ) {
			$lines[ $line['product_id'] ][] = $line;
		}
		$lowest = $this->settings->get()->allow_negative ? -INF : 0.0;
		$items  = array();
		foreach ( $written as $change ) {
			$set     = $products[ $change->product_id ]->translations ?? array();
			$members = array_intersect_key( $products, array_flip( $set ) );
			$items[ $change->product_id ] = new UndoItem( $change, $members, $this->sold( array_keys( $members ), $lines, self::second( $change ) ), $lowest );
		}
		return $items;
	}

	/**
	 * Translation plugins may or may not lower the number of every translation with each sale.
	 *
	 * @param list<int>                                                                 $members
	 * @param array<int, list<array{product_id: int, at: int, quantity: float}>> $lines By product id.
	 * @return array<int, list<float>>
	 */
	private function sold( array $members, array $lines, int $second ): array {
		$sum  = static function ( array $ids, int $from ) use ( $lines ): float {
			$sum = 0.0;
			foreach ( array_merge( ...array_values( array_intersect_key( $lines, array_flip( $ids ) ) ) ) as $line ) {
				$sum += $line['at'] >= $from ? $line['quantity'] : 0.0;
			}
			return $sum;
		};
		$sold = array();
		foreach ( $members as $id ) {
			$sold[ $id ] = array( $sum( array( $id ), $second ), $sum( array( $id ), $second + 1 ), $sum( $members, $second ), $sum( $members, $second + 1 ) );
		}
		return $sold;
	}

	/**
	 * @param list<Change> $written
	 * @return array<int, ShopProduct> Translations included.
	 */
	private function products( array $written ): array {
		$products = $this->by_id( array_map( static fn ( Change $change ): int => $change->product_id, $written ) );
		$siblings = array_merge( ...array_map( static fn ( ShopProduct $product ): array => $product->translations, array_values( $products ) ) );
		return $products + $this->by_id( array_values( array_diff( $siblings, array_keys( $products ) ) ) );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, ShopProduct>
	 */
	private function by_id( array $ids ): array {
		$products = array();
		foreach ( $this->catalogue->by_ids( $ids ) as $product ) {
			$products[ $product->id ] = $product;
		}
		return $products;
	}

	/** Unix seconds. */
	private static function second( Change $change ): int {
		return intdiv( $change->written_at ?? $change->planned_at, 1000 );
	}
}
