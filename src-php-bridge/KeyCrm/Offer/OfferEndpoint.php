<?php
/**
 * Reads offers from KeyCRM: their totals, and whether they are archived.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Offer;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\WaitRequired;

/** One call is one request; the caller repeats it if need be. */
final class OfferEndpoint {

	private const PATH = '/offers';

	public function __construct( private readonly Client $client ) {}

	/**
	 * @return OfferPage Holds only rows that were asked for, compared exactly. `read_at` of each level is when the request was sent.
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException Where no trustworthy page came.
	 */
	public function page( OfferQuery $query ): OfferPage {
		$response   = $this->client->send( Request::get( self::PATH, $query->parameters() ) );
		$envelope   = ListEnvelope::open( $response->data, $query->page );
		$levels     = array();
		$ids        = array();
		$unreadable = 0;
		foreach ( $envelope->rows as $row ) {
			$offer = OfferRow::parse( $row, $response->sent_at );
			if ( null === $offer ) {
				++$unreadable;
				continue;
			}
			$is_included = $query->includes( $offer->level );
			if ( ! $is_included && ! $query->may_bring( $offer->level ) ) {
				// As in StockEndpoint: KeyCRM has ignored the filter.
				throw ApiException::unasked( sprintf( 'GET %s: offer %d was not asked for, %d rows discarded', self::PATH, $offer->level->offer_id, count( $envelope->rows ) ) );
			}
			$ids[] = $offer->level->offer_id;
			if ( $is_included && ! $offer->is_archived ) {
				$levels[] = $offer->level;
			}
		}
		return new OfferPage( $envelope->last_page, $envelope->total, $levels, $ids, $unreadable );
	}
}
