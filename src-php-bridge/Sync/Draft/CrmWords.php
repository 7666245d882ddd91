<?php
/**
 * Reads from KeyCRM what offers are called, page by page.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferFilter;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\CrmOfferPage;
use KeyCrmStock\KeyCrm\Product\OfferWords;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Run\Run;

final class CrmWords {

	/** More variants than fifty products have. */
	private const MOST_PAGES = 60;

	public function __construct( private readonly OfferWords $offers ) {}

	/**
	 * @param list<int> $offer_ids
	 * @return array{Run, array<int, CrmOffer>} The run with its requests counted, and the offers by id; those that KeyCRM does not have are missing.
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws LeaseLost
	 */
	public function named( Run $run, Lease $lease, array $offer_ids ): array {
		return $this->all( $run, $lease, $offer_ids, fn ( array $ids, int $page ): CrmOfferPage => $this->offers->page( OfferFilter::by_ids( $ids ), false, $page ) );
	}

	/**
	 * @param list<int> $product_ids KeyCRM's.
	 * @return array{Run, array<int, CrmOffer>} All offers of these products.
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws LeaseLost
	 */
	public function in_products( Run $run, Lease $lease, array $product_ids ): array {
		return $this->all( $run, $lease, $product_ids, fn ( array $ids, int $page ): CrmOfferPage => $this->offers->of_products( $ids, $page ) );
	}

	/**
	 * @param list<int>                                              $ids
	 * @param \Closure( non-empty-list<int>, int ): CrmOfferPage $ask
	 * @return array{Run, array<int, CrmOffer>}
	 */
	private function all( Run $run, Lease $lease, array $ids, \Closure $ask ): array {
		$found = array();
		foreach ( array_chunk( array_values( array_unique( $ids ) ), StockQuery::LIMIT ) as $chunk ) {
			for ( $page = 1, $last = 1; $page <= min( $last, self::MOST_PAGES ); $page++ ) {
				$answer = $ask( $chunk, $page );
				$run    = $run->answered();
				$last   = $answer->last_page;
				foreach ( $answer->offers as $offer ) {
					$found[ $offer->id ] = $offer;
				}
				$lease->keep();
			}
		}
		return array( $run, $found );
	}
}
