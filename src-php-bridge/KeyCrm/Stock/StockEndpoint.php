<?php
/**
 * Reads stock from KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Stock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\WaitRequired;

/** One call is one request; repetition is the caller's. */
final class StockEndpoint {

	private const PATH = '/offers/stocks';

	public function __construct( private readonly Client $client ) {}

	/** @throws WaitRequired */
	public function wait_for_slot(): void {
		$this->client->wait_for_slot();
	}

	/**
	 * @return StockPage Only with rows that were asked for, compared exactly; `read_at` of every level is when they were.
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException Where no trustworthy page came. A row that cannot be read is no exception
	 *                      but a level with a `problem`.
	 */
	public function page( StockQuery $query ): StockPage {
		$response = $this->client->send( Request::get( self::PATH, $query->parameters() ) );
		$page     = StockParser::parse( $response->data, $query->page, $response->sent_at );
		$answers  = array();
		foreach ( $page->levels as $level ) {
			if ( $query->includes( $level ) ) {
				$answers[] = $level;
			} elseif ( ! $query->may_bring( $level ) ) {
				// One stray row means that the filter did not do its work, so the others may be strays of the same kind.
				throw ApiException::unasked( sprintf( 'GET %s: offer %d was not asked for, %d rows discarded', self::PATH, $level->offer_id, count( $page->levels ) ) );
			}
		}
		return $page->with_levels( $answers );
	}
}
