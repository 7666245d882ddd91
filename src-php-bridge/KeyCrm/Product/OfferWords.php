<?php
/**
 * Reads from KeyCRM what offers are called, and to which products they belong.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferFilter;
use KeyCrmStock\KeyCrm\Stock\StockQuery;

/** GET /offers?include=product (keycrm-server/API.md §5). One call is one request. */
final class OfferWords {

	private const PATH = '/offers';

	public function __construct( private readonly Client $client ) {}

	/**
	 * @param bool $archived_only Whether only archived offers are asked for. Whether they come unasked is unknown (API.md §5).
	 * @param int  $page          From 1.
	 * @throws WaitRequired
	 * @throws ApiException Unasked, where an offer came that was not asked for: KeyCRM has ignored the filter.
	 */
	public function page( OfferFilter $filter, bool $archived_only = false, int $page = 1 ): CrmOfferPage {
		$query    = array(
			'limit'   => StockQuery::LIMIT,
			'page'    => $page,
			'include' => 'product',
		) + ( $archived_only ? array( 'filter[is_archived]' => 'true' ) : array() ) + $filter->parameters( 'filter[id]', 'filter[sku]' );
		$envelope = ListEnvelope::open( $this->client->send( Request::get( self::PATH, $query ) )->data, $page );
		$offers   = array();
		foreach ( $envelope->rows as $row ) {
			$offer = CrmOffer::parse( $row ) ?? throw ListEnvelope::broken( 'data.id', 'an offer with its product', null );
			if ( $filter->names( $offer->id, $offer->sku ) ) {
				$offers[] = $offer;
			} elseif ( ! $filter->resembles( $offer->sku ) ) {
				throw ApiException::unasked( sprintf( 'GET %s: offer %d was not asked for, %d rows discarded', self::PATH, $offer->id, count( $envelope->rows ) ) );
			}
		}
		return new CrmOfferPage( $envelope->last_page, $offers );
	}

	/**
	 * All offers of some products.
	 *
	 * @param non-empty-list<int> $product_ids At most StockQuery::LIMIT.
	 * @param int                 $page        From 1.
	 * @throws WaitRequired
	 * @throws ApiException Unasked, as for page().
	 */
	public function of_products( array $product_ids, int $page ): CrmOfferPage {
		$query    = array(
			'limit'              => StockQuery::LIMIT,
			'page'               => $page,
			'filter[product_id]' => $product_ids,
		);
		$envelope = ListEnvelope::open( $this->client->send( Request::get( self::PATH, $query ) )->data, $page );
		$offers   = array();
		foreach ( $envelope->rows as $row ) {
			$offer = CrmOffer::parse( $row ) ?? throw ListEnvelope::broken( 'data.id', 'an offer with its product', null );
			if ( ! in_array( $offer->product_id, $product_ids, true ) ) {
				throw ApiException::unasked( sprintf( 'GET %s: offer %d is of another product, %d rows discarded', self::PATH, $offer->id, count( $envelope->rows ) ) );
			}
			$offers[] = $offer;
		}
		return new CrmOfferPage( $envelope->last_page, $offers );
	}
}
