<?php
/**
 * Finds out which SKUs KeyCRM has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferFilter;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\OfferWords;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Run\Run;

final class OfferLookup {

	/** How KeyCRM compares SKUs is unknown (keycrm-server/API.md §3.2), so a short SKU may bring many pages. */
	private const MOST_PAGES = 20;

	public function __construct( private readonly OfferWords $offers ) {}

	/**
	 * @param list<string> $skus Each of them StockQuery::can_ask_for().
	 * @return array{Run, array<string, non-empty-list<CrmOffer>>} The run with its requests counted, and the offers by "sku:" and SKU.
	 * @throws WaitRequired
	 * @throws ApiException
	 * @throws LeaseLost
	 */
	public function find( Run $run, Lease $lease, array $skus, bool $archived_only = false ): array {
		$found = array();
		foreach ( self::questions( $skus ) as $question ) {
			for ( $page = 1, $last = 1; $page <= $last; $page++ ) {
				if ( $page > self::MOST_PAGES ) {
					throw ApiException::unasked( sprintf( 'GET /offers: %d SKUs bring more than %d pages', count( $question ), self::MOST_PAGES ) );
				}
				$answer = $this->offers->page( OfferFilter::by_skus( $question ), $archived_only, $page );
				$run    = $run->answered();
				$last   = $answer->last_page;
				foreach ( $answer->offers as $offer ) {
					$found[ 'sku:' . $offer->sku ][] = $offer;
				}
				$lease->keep();
			}
		}
		return array( $run, $found );
	}

	/**
	 * @param list<CrmOffer> $offers With one SKU.
	 * @return ?CrmOffer One that is not archived, else an archived one, else null.
	 */
	public static function living( array $offers ): ?CrmOffer {
		foreach ( $offers as $offer ) {
			if ( ! $offer->is_archived ) {
				return $offer;
			}
		}
		return $offers[0] ?? null;
	}

	/**
	 * @param list<string> $skus
	 * @return list<non-empty-list<string>> One list for each request.
	 */
	private static function questions( array $skus ): array {
		$lists = array();
		$list  = array();
		foreach ( array_values( array_unique( $skus, SORT_STRING ) ) as $sku ) {
			if ( array() !== $list && ! StockQuery::has_room_for( array( ...$list, $sku ) ) ) {
				$lists[] = $list;
				$list    = array();
			}
			$list[] = $sku;
		}
		return array() === $list ? $lists : array( ...$lists, $list );
	}
}
