<?php
/**
 * Makes drafts, each with its stock quantity, in one transaction.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\ServerFacts;
use KeyCrmStock\Database\Transaction;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\OtherPlugin\KeyCrmOfficialPlugin;

/**
 * WooCommerce's own classes write. If anything fails, or the process dies, the database forgets all of it: there is
 * never a product without its variations, its stock quantity or its line in the log. While it is done, KeyCRM's own plugin
 * is not told, because it would make the product in KeyCRM a second time.
 */
final class DraftWriter {

	/** Seconds to wait for another transaction's lock. */
	private const LOCK_WAIT = 3;

	private ?ServerFacts $facts = null;

	public function __construct(
		private readonly Database $database,
		private readonly Catalogue $catalogue,
		private readonly KeyCrmOfficialPlugin $official,
	) {}

	/**
	 * @param \Closure( list<ShopProduct> ): array<int, float>            $numbers       Given what is sold, without stock yet; gives the stock quantities by product id.
	 * @param \Closure( int, array<int, int>, array<int, list<string>> ): void $before_commit Given the product's id, and what is sold of it by offer id, with what it did not get
	 *                                                                    (barcode). What it stores is stored with the draft, or not at all.
	 * @throws DraftRefused
	 * @throws TransactionLost
	 * @throws DatabaseError
	 */
	public function write( NewDraft $draft, \Closure $numbers, \Closure $before_commit ): void {
		$this->facts ??= ServerFacts::read( $this->database );
		$transaction   = new Transaction( $this->database, $this->facts );
		$write         = fn () => $this->official->while_muted( fn () => $this->within( $transaction, $draft, $numbers, $before_commit ) );
		try {
			$write();
		} catch ( DraftRefused $refused ) {
			if ( DraftRefused::NOT_STORED !== $refused->getMessage() ) {
				throw $refused;
			}
			// A statement of WooCommerce's has failed. The next one of its kind may not.
			$write();
		}
	}

	private function within( Transaction $transaction, NewDraft $draft, \Closure $numbers, \Closure $before_commit ): void {
		$made = new DraftBuilder( $transaction->assert_alive( ... ) );
		$transaction->begin( self::LOCK_WAIT );
		try {
			$this->assert_free( $draft );
			$made->build( $draft );
			$sold    = $this->catalogue->by_ids( array_values( $made->sold ) );
			$amounts = $numbers( $sold );
			$made->set_stock( $amounts );
			// What was lost is no fault of the product's.
			$transaction->assert_alive();
			if ( ! ( new StoredDraft( $this->database ) )->is_as_saved( $made->products() ) ) {
				throw new DraftRefused( DraftRefused::NOT_STORED );
			}
			$before_commit( $made->product_id, $made->sold, $made->left_out );
			$transaction->commit();
		} catch ( \WC_Data_Exception $refusal ) {
			$is_alive = $transaction->is_alive();
			$this->undo( $transaction, $made );
			throw ! $is_alive ? TransactionLost::by_connection( 'while a draft was made' ) : new DraftRefused( 'product_invalid_sku' === $refusal->getErrorCode() ? DraftRefused::SKU_TAKEN : $refusal->getMessage() );
		} catch ( \Throwable $cause ) {
			$this->undo( $transaction, $made );
			throw $cause;
		}
	}

	/** @throws DraftRefused */
	private function assert_free( NewDraft $draft ): void {
		$skus = array_map( static fn ( NewDraftOffer $offer ): string => $offer->sku, $draft->offers );
		if ( array() !== $this->catalogue->by_skus( $skus ) ) {
			throw new DraftRefused( DraftRefused::SKU_TAKEN );
		}
	}

	/** WordPress's caches must not know products that the database has forgotten, and the database must have forgotten them all. */
	private function undo( Transaction $transaction, DraftBuilder $made ): void {
		$transaction->rollback();
		foreach ( $made->ids as $id ) {
			wp_cache_delete( $id, 'posts' );
			wp_cache_delete( $id, 'post_meta' );
		}
		\WC_Cache_Helper::invalidate_cache_group( 'product_objects' );
		$this->remove_leftovers( $made->ids );
	}

	/**
	 * If the connection was lost, wpdb has connected anew, and WooCommerce has gone on outside the transaction. The ids were
	 * given to this draft and are given to nothing else.
	 *
	 * @param list<int> $ids
	 */
	private function remove_leftovers( array $ids ): void {
		if ( array() === $ids ) {
			return;
		}
		$names = $this->database->names;
		$in    = Database::in( $ids );
		$found = $this->database->ids( "SELECT ID FROM {$names->posts} WHERE ID IN ( {$in} )" );
		array_map( static fn ( int $id ) => wp_delete_post( $id, true ), $found );
		foreach ( array( "{$names->postmeta} WHERE post_id", "{$names->term_relationships} WHERE object_id", "{$names->prefix}wc_product_meta_lookup WHERE product_id" ) as $rows ) {
			$this->database->run( "DELETE FROM {$rows} IN ( {$in} )" );
		}
	}
}
