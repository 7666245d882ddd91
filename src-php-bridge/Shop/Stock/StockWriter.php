<?php
/**
 * The only place that writes stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Database\ServerFacts;
use KeyCrmStock\Database\TransactionLost;
use KeyCrmStock\Shop\AfterWrite\PageFollowUp;
use KeyCrmStock\Shop\AfterWrite\ProductCaches;
use KeyCrmStock\Shop\AfterWrite\StockEmails;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Shop\OtherPlugin\KeyCrmOfficialPlugin;
use KeyCrmStock\Shop\WordPressHooks\OncePerPageListeners;

/**
 * Each number is written as a difference, computed under a lock from the number that the product has at that
 * moment. So a sale in between is never given back, and writing the same page twice changes nothing.
 */
final class StockWriter {

	private const TRIES    = 3;
	private const PAUSE_MS = 50;
	/** A page that has waited this long for a lock is not tried again at once. The caller waits without locks, so no shopper waits behind us. */
	private const PATIENCE_S = 1.5;
	/** WordPress's cache in memory is emptied after so many products; options must then be read again. */
	private const RELEASE_AFTER = 500;

	private ?ServerFacts $facts = null;
	/** Products written since it was last emptied. */
	private int $kept = 0;
	private readonly ProductCaches $caches;
	private readonly PageFollowUp $follow_up;

	public function __construct(
		private readonly Database $database,
		private readonly Catalogue $catalogue,
		private readonly ShopStockSettings $shop,
		private readonly KeyCrmOfficialPlugin $official,
	) {
		$this->caches    = new ProductCaches( $database );
		$this->follow_up = new PageFollowUp( $database, $this->caches );
	}

	/**
	 * Writes the numbers of a page of products (250 at most, so that shoppers do not wait behind its locks) in
	 * one transaction. Products that already have their number are not touched at all.
	 *
	 * A product that another plugin refuses becomes Failed; the others are written. A page that loses its
	 * transaction is tried again from the start, so both callbacks may be called more than once. The last
	 * call counts.
	 *
	 * @param list<int> $product_ids
	 * @param callable(list<int>, array<int, float|null>, array<int, ShopProduct>): array<int, float|null> $targets
	 *        Called inside the lock with the ids that are there, the numbers they have and the products
	 *        as they are now; gives the numbers they shall have. Null or missing: leave it.
	 * @param callable(array<int, WriteResult>): void $before_commit What it stores is stored with the numbers, or not at all.
	 * @return array<int, WriteResult> By product id.
	 * @throws TransactionLost Nothing is written, unless the exception says that it may be.
	 * @throws DatabaseError   The numbers are written; what follows from them must be repeated: finish().
	 */
	public function write_page( array $product_ids, callable $targets, callable $before_commit, WriteOptions $options ): array {
		$ids = array_values( array_unique( $product_ids ) );
		sort( $ids );
		$request = new WriteRequest( $ids, $targets( ... ), $before_commit( ... ), $options );
		$once    = new OncePerPageListeners();
		$results = $this->quietly( fn (): array => $once->around( fn (): array => $this->follow_up->tell( $this->committed( $request ), $options ) ) );
		$this->release_memory( count( $ids ) );
		return $options->fire_stock_emails ? ( new StockEmails() )->announce( $results ) : $results;
	}

	/**
	 * Repeats the follow-up of written numbers (stock statuses, parents, caches, listeners), because a process may
	 * have died after its commit.
	 *
	 * @param list<int>          $product_ids
	 * @param \Closure(): void   $keep_alive Called from time to time.
	 * @throws DatabaseError If it must be repeated once more.
	 */
	public function finish( array $product_ids, \Closure $keep_alive ): void {
		if ( array() !== $product_ids ) {
			$this->quietly( fn () => $this->follow_up->repeat( $product_ids, $keep_alive ) );
			$this->release_memory( count( $product_ids ) );
		}
	}

	private function release_memory( int $products ): void {
		$this->kept += $products;
		if ( $this->kept >= self::RELEASE_AFTER ) {
			$this->caches->release_memory();
			$this->kept = 0;
		}
	}

	/**
	 * Does the work while KeyCRM's own plugin and stock e-mails are muted.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	private function quietly( callable $work ) {
		$emails = new StockEmails();
		return $this->official->while_muted( static fn () => $emails->while_muted( $work ) );
	}

	/** @throws TransactionLost */
	private function committed( WriteRequest $request ): WrittenPage {
		$facts    = $this->facts ??= ServerFacts::read( $this->database );
		$decider  = new WriteDecider( $this->shop, $request->options );
		$refused  = array();
		$accepted = array();
		$doubtful = array();
		$before   = array();
		$began    = microtime( true );
		$tries    = 0;
		while ( true ) {
			$page = new PageWriter( $this->database, $facts, $this->catalogue, $decider, $refused, $accepted, $before );
			try {
				return $page->run( $request );
			} catch ( ProductWriteFailed $refusal ) {
				$id = $refusal->product_id;
				if ( ! isset( $doubtful[ $id ] ) ) {
					// One statement may have failed by chance, so the product is tried once more.
					$doubtful[ $id ] = true;
				} elseif ( $refusal->is_fatal || isset( $accepted[ $id ] ) ) {
					$refused[ $id ] = $refusal->getMessage();
				} else {
					$accepted[ $id ] = true;
				}
			} catch ( TransactionLost $lost ) {
				$before = $page->attempted();
				if ( $lost->may_be_committed || ++$tries >= self::TRIES || microtime( true ) - $began > self::PATIENCE_S ) {
					throw $lost;
				}
				usleep( random_int( 1, self::PAUSE_MS ) * 1000 * $tries );
			}
		}
	}
}
