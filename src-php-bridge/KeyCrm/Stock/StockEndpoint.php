<?php
/**
 * Reads stock from KeyCRM, and writes it.
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

/** One call is one request; the caller repeats it if need be. */
final class StockEndpoint {

	private const PATH = '/offers/stocks';

	public function __construct( private readonly Client $client ) {}

	/**
	 * @param bool $ahead Whether one slot before its turn will do, because the request belongs to the last one.
	 * @throws WaitRequired
	 */
	public function wait_for_slot( bool $ahead = false ): void {
		$this->client->wait_for_slot( $ahead );
	}

	/**
	 * Sets the physical totals of one warehouse (keycrm-server/API.md §6). KeyCRM's answer confirms no single row, so the
	 * caller reads the offers again. It may be repeated after such a read.
	 *
	 * @param non-empty-array<int, float> $quantities By offer id, reserve included; at most 10,000, none below 0.
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException For everything but "accepted". If is_about_content(), nothing was carried out; else perhaps all of it.
	 */
	public function set( int $warehouse_id, array $quantities ): void {
		$rows = array();
		foreach ( $quantities as $offer_id => $quantity ) {
			$rows[] = array(
				'id'       => $offer_id,
				'quantity' => $quantity,
			);
		}
		$response = $this->client->send(
			Request::write(
				'PUT',
				self::PATH,
				array(
					'warehouse_id' => $warehouse_id,
					'stocks'       => $rows,
				),
				true
			)
		);
		if ( true !== ( $response->data->status ?? null ) ) {
			throw ApiException::not_json( 'PUT ' . self::PATH . ': the answer does not say "status": true', null );
		}
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
