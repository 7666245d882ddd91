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
use KeyCrmStock\KeyCrm\Client\HttpClient;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;

/** One call is one request; slots, pauses and repetition are the caller's. */
final class OfferEndpoint {

	private const PATH = '/offers';

	public function __construct( private readonly HttpClient $http ) {}

	/**
	 * @param int $now_ms Unix milliseconds just before the call; becomes `read_at` of every level.
	 * @return OfferPage With the rows that were asked for, compared exactly.
	 * @throws ApiException Where no trustworthy page came.
	 */
	public function page( OfferQuery $query, int $now_ms ): OfferPage {
		$envelope   = ListEnvelope::open( $this->http->get_json( self::PATH, $query->parameters() ), $query->page );
		$levels     = array();
		$ids        = array();
		$unreadable = 0;
		foreach ( $envelope->rows as $row ) {
			$offer = OfferRow::parse( $row, $now_ms );
			if ( null === $offer ) {
				++$unreadable;
				continue;
			}
			$asked_for = $query->asked_for( $offer->level );
			if ( ! $asked_for && ! $query->may_bring( $offer->level ) ) {
				// As in StockReader: the filter did not do its work.
				throw ApiException::unasked( sprintf( 'GET %s: offer %d was not asked for, %d rows discarded', self::PATH, $offer->level->offer_id, count( $envelope->rows ) ) );
			}
			$ids[] = $offer->level->offer_id;
			if ( $asked_for && ! $offer->is_archived ) {
				$levels[] = $offer->level;
			}
		}
		return new OfferPage( $envelope->last_page, $envelope->total, $levels, $ids, $unreadable );
	}
}
