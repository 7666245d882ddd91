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
use KeyCrmStock\KeyCrm\Client\HttpClient;

/** One call is one request; slots, pauses and repetition are the caller's. */
final class StockEndpoint {

	private const PATH = '/offers/stocks';

	public function __construct( private readonly HttpClient $http ) {}

	/**
	 * @param int $now_ms Unix milliseconds just before the call; becomes `read_at` of every level.
	 * @return StockPage Only with rows that were asked for, compared exactly.
	 * @throws ApiException Where no trustworthy page came. A row that cannot be read is no exception
	 *                      but a level with a `problem`.
	 */
	public function page( StockQuery $query, int $now_ms ): StockPage {
		$page = StockParser::parse( $this->http->get_json( self::PATH, $query->parameters() ), $query->page, $now_ms );
		$answers = array();
		foreach ( $page->levels as $level ) {
			if ( $query->asked_for( $level ) ) {
				$answers[] = $level;
			} elseif ( ! $query->may_bring( $level ) ) {
				// One stray row means that the filter did not do its work, so the others may be strays of the same kind.
				throw ApiException::unasked( sprintf( 'GET %s: offer %d was not asked for, %d rows discarded', self::PATH, $level->offer_id, count( $page->levels ) ) );
			}
		}
		return $page->with_levels( $answers );
	}
}
