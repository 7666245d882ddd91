<?php
/**
 * What follows from stock quantities that have been committed.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Shop\Stock\WriteOptions;
use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Shop\Stock\WrittenPage;
use KeyCrmStock\Shop\Stock\WrittenProduct;
use KeyCrmStock\Shop\WordPressHooks\DeferredHooks;
use KeyCrmStock\Shop\WordPressHooks\SafeHooks;

/**
 * Stock statuses, parents, caches and listeners. An exception in a listener is noted and passed over, because the
 * numbers are right. WordPress does not report statements that fail here. So at the end its tables are compared,
 * and products whose rows do not agree are repaired.
 */
final class PageFollowUp {

	private const TRIES = 2;

	private readonly ProductFollowUp $products;
	private readonly ParentSync $parents;
	private readonly StockStatusCheck $check;
	private readonly StockStatusRepair $repair;

	public function __construct(
		private readonly Database $database,
		private readonly ProductCaches $caches,
	) {
		$this->products = new ProductFollowUp();
		$this->parents  = new ParentSync( $database, $this->products );
		$this->check    = new StockStatusCheck( $database, $caches );
		$this->repair   = new StockStatusRepair( $caches );
	}

	/**
	 * @return array<int, WriteResult> By product id, with what listeners threw.
	 * @throws DatabaseError If the follow-up must be repeated.
	 */
	public function tell( WrittenPage $page, WriteOptions $options ): array {
		if ( array() === $page->written ) {
			return $page->results;
		}
		$keep_alive = $options->keep_alive ?? static function (): void {};
		$written    = array_map( static fn ( WrittenProduct $one ): int => $one->id(), $page->written );
		$parents    = array_values( array_unique( array_filter( array_map( static fn ( WrittenProduct $one ): int => $one->change->product->parent_id, $page->written ) ) ) );
		$ids        = array( ...$written, ...$parents );
		$shared     = wp_using_ext_object_cache();
		$this->caches->touch( $ids );
		$this->caches->forget_transients( array_map( static fn ( WrittenProduct $one ): \WC_Product => $one->product, $page->written ) );
		if ( $shared ) {
			// While the transaction was open, other processes may have cached the old values again.
			$this->caches->forget( $ids );
			$this->caches->refresh( $ids );
		}
		[ $problems, $saved ] = $this->tell_all( $page, $parents, $keep_alive );
		if ( ! $shared ) {
			// This process's cache holds what it has just written, so listeners need not read it again.
			$this->caches->forget( array_values( array_unique( array_diff( $ids, $saved ) ) ) );
		}
		$this->repair( $this->wrong( $ids, $parents ), $parents, $keep_alive );
		$results = $page->results;
		foreach ( array_filter( $problems ) as $id => $problem ) {
			$results[ $id ] = $results[ $id ]->with_problem( $problem );
		}
		return $results;
	}

	/**
	 * For products of which only the ids are known. May be repeated any number of times.
	 *
	 * @param list<int>        $ids
	 * @param \Closure(): void $keep_alive
	 * @throws DatabaseError If the follow-up must be repeated once more.
	 */
	public function repeat( array $ids, \Closure $keep_alive ): void {
		$this->caches->touch( $ids );
		$parents = $this->parents_of( $ids );
		$this->repair( array_values( array_unique( array( ...$ids, ...$parents ) ) ), $parents, $keep_alive );
	}

	/**
	 * @param list<int>        $ids
	 * @param list<int>        $all_parents Of the page's variations.
	 * @param \Closure(): void $keep_alive
	 * @throws DatabaseError
	 */
	private function repair( array $ids, array $all_parents, \Closure $keep_alive ): void {
		// What still differs after that is another plugin's wish: it answers WooCommerce instead of the database.
		for ( $try = 0; array() !== $ids && $try < self::TRIES; $try++ ) {
			foreach ( $ids as $id ) {
				SafeHooks::attempt( fn () => $this->repair->repair( $id ) );
				$keep_alive();
			}
			$this->caches->forget( $ids );
			$parents = $this->parents_of( $ids );
			$this->parents->run( $parents );
			$ids = $this->wrong( array_values( array_unique( array( ...$ids, ...$parents ) ) ), $all_parents );
		}
	}

	/**
	 * @param list<int> $ids
	 * @param list<int> $parents
	 * @return list<int>
	 * @throws DatabaseError
	 */
	private function wrong( array $ids, array $parents ): array {
		return array_values( array_unique( array( ...$this->check->wrong( $ids ), ...$this->parents->wrong( $parents ) ) ) );
	}

	/**
	 * @param list<int> $ids
	 * @return list<int>
	 * @throws DatabaseError
	 */
	private function parents_of( array $ids ): array {
		return $this->database->ids( "SELECT DISTINCT post_parent FROM {$this->database->names->posts} WHERE ID IN ( " . Database::in( $ids ) . " ) AND post_type = 'product_variation' AND post_parent > 0" );
	}

	/**
	 * @param list<int>        $parents
	 * @param \Closure(): void $keep_alive
	 * @return array{array<int, string>, list<int>} Problems by product id, and ids of the products that were saved in full.
	 */
	private function tell_all( WrittenPage $page, array $parents, \Closure $keep_alive ): array {
		$absent   = new MissingMetaShortcut();
		$problems = array();
		$saved    = array();
		$absent->start();
		try {
			foreach ( $page->written as $one ) {
				[ $problems[ $one->id() ], $is_saved ] = $this->tell_one( $one, $page->hooks );
				if ( $is_saved ) {
					$saved[] = $one->id();
				}
				$keep_alive();
			}
			\WC_Post_Data::delete_product_query_transients();
			$failed = $this->parents->run( $parents );
		} finally {
			$absent->stop();
		}
		foreach ( $page->written as $one ) {
			$problems[ $one->id() ] = SafeHooks::joined( array( $problems[ $one->id() ], $failed[ $one->change->product->parent_id ] ?? '' ) );
		}
		return array( $problems, $saved );
	}

	/** @return array{string, bool} As ProductFollowUp::tell(). */
	private function tell_one( WrittenProduct $written, DeferredHooks $hooks ): array {
		if ( $written->is_saved ) {
			return array( SafeHooks::joined( array( $hooks->fire_row_hooks( $written->id() ), $hooks->fire_number_hooks( $written->id() ) ) ), false );
		}
		try {
			$written->product->validate_props(); // Derives the stock status from number, threshold and backorders.
			if ( array() !== $written->product->get_changes() || count( $written->change->product->translations ) > 1 ) {
				$this->read_again( $written->product );
			}
			return $this->products->tell( $written->product, $hooks );
		} catch ( \Throwable $cause ) {
			return array( SafeHooks::message( $cause ), false );
		}
	}

	/**
	 * Since the commit a shopper may have bought a piece. No stock status may be derived from the old number,
	 * and no plugin for translations may copy that number to the product's translations.
	 */
	private function read_again( \WC_Product $product ): void {
		wp_cache_delete( $product->get_id(), 'post_meta' );
		/** @var \WC_Product_Data_Store_CPT $store Sets the number as read, not as changed. */
		$store = \WC_Data_Store::load( 'product' );
		$store->read_stock_quantity( $product );
		$product->validate_props();
	}
}
