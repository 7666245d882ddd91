<?php
/**
 * Loads a page of changes that are to be undone, with what has happened to their products since.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Undo;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Order\SoldQuantities;
use KeyCrmStock\Value\Change\Change;

final class UndoItems {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly SoldQuantities $sales,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @param list<Change> $written Changes that the undone run has written.
	 * @return array<int, UndoItem> By product id.
	 */
	public function for_changes( array $written ): array {
		$products = $this->products( $written );
		$lines    = $this->sales( $products, $written );
		$lowest = $this->settings->get()->allow_negative ? -INF : 0.0;
		$items  = array();
		foreach ( $written as $change ) {
			$members = array_intersect_key( $products, array_flip( self::members( $change ) ) );
			$items[ $change->product_id ] = new UndoItem( $change, $members, $this->sold( $members, $lines, self::second( $change ) ), $lowest );
		}
		return $items;
	}

	/** @return non-empty-list<int> */
	private static function members( Change $change ): array {
		return array() === $change->members ? array( $change->product_id ) : array_keys( $change->members );
	}

	/**
	 * @param array<int, ShopProduct> $products
	 * @param list<Change>            $written
	 * @return array<int, list<array{product_id: int, at: int, quantity: float}>> By product id, of translations too.
	 */
	private function sales( array $products, array $written ): array {
		$lines = array();
		$ids   = array_values( array_unique( array_merge( ...array_map( static fn ( ShopProduct $product ): array => $product->translations, array_values( $products ) ) ) ) );
		$since = array_map( self::second( ... ), $written );
		foreach ( array() === $ids || array() === $since ? array() : $this->sales->since( $ids, min( $since ) ) as $line ) {
			$lines[ $line['product_id'] ][] = $line;
		}
		return $lines;
	}

	/**
	 * Translation plugins may or may not lower the number of every translation with each sale.
	 *
	 * @param array<int, ShopProduct>                                                   $members
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
		foreach ( $members as $id => $member ) {
			$set         = $member->translations;
			$sold[ $id ] = array( $sum( array( $id ), $second ), $sum( array( $id ), $second + 1 ), $sum( $set, $second ), $sum( $set, $second + 1 ) );
		}
		return $sold;
	}

	/**
	 * @param list<Change> $written
	 * @return array<int, ShopProduct> Products that were written and still exist, by id.
	 */
	private function products( array $written ): array {
		$ids = array_merge( ...array_map( self::members( ... ), $written ) );
		return array_column( $this->catalogue->by_ids( array_values( array_unique( $ids ) ) ), null, 'id' );
	}

	/** Unix seconds. */
	private static function second( Change $change ): int {
		return intdiv( $change->written_at ?? $change->planned_at, 1000 );
	}
}
