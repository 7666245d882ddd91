<?php
/**
 * The only place that writes stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * Each number is written as a difference, computed under a lock from the number that is there at that
 * moment: a sale in between is never given back, and writing the same page twice changes nothing.
 */
final class StockWriter {

	private const TRIES = 3;

	private const PAUSE_MS = 50;

	/** After so many products WordPress's memory is emptied: options and the like must be read again then. */
	private const RELEASE_AFTER = 500;

	private ?DatabaseFacts $facts = null;

	/** Products written since then. */
	private int $kept = 0;

	private readonly Catalogue $catalogue;
	private readonly PageCaches $caches;

	public function __construct(
		private readonly \wpdb $wpdb,
		Catalogue $catalogue,
		private readonly ShopState $shop,
		private readonly OfficialPlugin $official,
	) {
		$this->caches    = new PageCaches( $wpdb );
		$this->catalogue = $catalogue->priming( $this->caches );
	}

	/**
	 * Brings a page of products (250 at most, so that shoppers do not wait behind its locks) to their
	 * numbers, in one transaction. Products that have them already are not touched in any way.
	 *
	 * A product that another plugin refuses becomes Failed, the others are written. A page that loses
	 * its transaction is tried again from the start, so both callbacks may be called more than once;
	 * what counts is the last time.
	 *
	 * @param list<int> $product_ids
	 * @param callable(list<int>, array<int, float|null>, array<int, ShopProduct>): array<int, float|null> $targets
	 *        Called inside the lock with the ids that are there, the numbers they have and the products
	 *        as they are now; gives the numbers they shall have. Null or missing: leave it.
	 * @param callable(array<int, WriteResult>): void $before_commit What it stores is stored with the numbers, or not at all.
	 * @return array<int, WriteResult> By product id.
	 * @throws PageLost After several tries; nothing is written.
	 */
	public function write_page( array $product_ids, callable $targets, callable $before_commit, WriteOptions $options ): array {
		$ids = array_values( array_unique( $product_ids ) );
		sort( $ids );
		$order   = new WriteOrder( $ids, $targets( ... ), $before_commit( ... ), $options );
		$once    = new OncePerPage();
		$results = $this->quietly( fn (): array => $once->around( fn (): array => $this->tried( $order ) ) );
		$this->release_memory( count( $ids ) );
		return $options->fire_stock_emails ? ( new StockEmails() )->announce( $results ) : $results;
	}

	/**
	 * Finishes what a process left behind that died right after a commit: stock statuses, news, caches.
	 * To be called where a run begins or ends, also when there is nothing to write. One query.
	 */
	public function finish_left_behind(): void {
		$untold = new UntoldNews( $this->wpdb );
		$news   = new PageNews( $this->wpdb, $this->caches );
		for ( $ids = $untold->take_over(); array() !== $ids; $ids = $untold->take_over() ) {
			$this->quietly( static fn () => $news->tell_again( $ids ) );
			$untold->forget();
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
	 * Without waking KeyCRM's own plugin, and without e-mails.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	private function quietly( callable $work ) {
		$emails = new StockEmails();
		return $this->official->muted( static fn () => $emails->muted( $work ) );
	}

	/**
	 * @return array<int, WriteResult>
	 * @throws PageLost
	 */
	private function tried( WriteOrder $order ): array {
		$facts      = $this->facts ??= DatabaseFacts::read( $this->wpdb );
		$decider    = new WriteDecider( $this->shop, $order->options );
		$groundwork = new Groundwork( $this->catalogue, new StockRows( $this->wpdb, $facts ), $decider );
		$refused    = array();
		$tries      = 0;
		while ( true ) {
			$page = new PageWrite( $this->wpdb, $facts, $this->catalogue, $decider, $groundwork );
			try {
				$ids = $groundwork->prepare( $order );
				return $page->run( $order, $ids, $refused + $groundwork->refused() );
			} catch ( ProductRefused $refusal ) {
				$refused[ $refusal->product_id ] = $refusal->getMessage();
			} catch ( PageLost $lost ) {
				if ( ++$tries < self::TRIES ) {
					usleep( random_int( 1, self::PAUSE_MS ) * 1000 * $tries );
				} elseif ( null !== $lost->product_id ) {
					$refused[ $lost->product_id ] = $lost->getMessage();
					$tries                        = 0;
				} else {
					throw $lost;
				}
			}
		}
	}
}
