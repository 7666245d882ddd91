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

	private ?DatabaseFacts $facts = null;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Catalogue $catalogue,
		private readonly ShopState $shop,
		private readonly OfficialPlugin $official,
	) {}

	/**
	 * Brings a page of products (250 at most, so that shoppers do not wait behind its locks) to their
	 * numbers, in one transaction. Products that have them already are not touched in any way.
	 *
	 * A product that another plugin refuses becomes Failed, the others are written. A page that loses
	 * its transaction is tried again from the start, so both callbacks may be called more than once;
	 * what counts is the last time.
	 *
	 * @param list<int> $product_ids
	 * @param callable(list<int>, array<int, float|null>): array<int, float|null> $targets
	 *        Called inside the lock with the ids that are there and the numbers they have; gives the
	 *        numbers they shall have. Null or missing: leave it.
	 * @param callable(array<int, WriteResult>): void $before_commit What it stores is stored with the numbers, or not at all.
	 * @return array<int, WriteResult> By product id.
	 * @throws PageLost After several tries; nothing is written.
	 */
	public function write_page( array $product_ids, callable $targets, callable $before_commit, WriteOptions $options ): array {
		$ids = array_values( array_unique( $product_ids ) );
		sort( $ids );
		$order   = new WriteOrder( $ids, $targets( ... ), $before_commit( ... ), $options );
		$emails  = new StockEmails();
		$once    = new OncePerPage();
		$results = $this->official->muted(
			fn (): array => $emails->muted(
				fn (): array => $once->around( fn (): array => $this->tried( $order ) )
			)
		);
		return $options->fire_stock_emails ? $emails->announce( $results ) : $results;
	}

	/**
	 * @return array<int, WriteResult>
	 * @throws PageLost
	 */
	private function tried( WriteOrder $order ): array {
		$facts   = $this->facts ??= DatabaseFacts::read( $this->wpdb );
		$decider = new WriteDecider( $this->shop, $order->options );
		$refused = array();
		$tries   = 0;
		while ( true ) {
			try {
				return ( new PageWrite( $this->wpdb, $facts, $this->catalogue, $decider, $order ) )->run( $refused );
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
