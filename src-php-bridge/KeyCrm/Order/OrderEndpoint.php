<?php
/**
 * Reads orders from KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\JsonNumber;
use KeyCrmStock\KeyCrm\Client\ListEnvelope;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Value\Order\OrderSource;

/** One call is one request; the caller repeats it if need be. */
final class OrderEndpoint {

	private const PATH = '/order';

	private const SOURCES = '/order/source';

	/** Unknown texts go into our log, cut at so many letters. */
	private const LONGEST_STATUS = 40;

	public function __construct( private readonly Client $client ) {}

	/**
	 * A row that cannot be read is left out. If no row can be read, the whole answer is refused.
	 *
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException Where no trustworthy page came.
	 */
	public function page( OrderQuery $query ): OrderPage {
		$response   = $this->client->send( Request::get( self::PATH, $query->parameters() ) );
		$envelope   = ListEnvelope::open( $response->data, $query->page );
		$orders     = array();
		$unreadable = 0;
		foreach ( $envelope->rows as $row ) {
			$order = OrderParser::parse( $row );
			if ( null === $order ) {
				++$unreadable;
				continue;
			}
			if ( ! $query->includes( $order ) ) {
				throw ApiException::unasked( sprintf( 'GET %s: order %d was not asked for, %d rows discarded', self::PATH, $order->id, count( $envelope->rows ) ) );
			}
			$orders[] = $order;
		}
		if ( array() === $orders && $unreadable > 0 ) {
			throw ListEnvelope::broken( 'data', 'orders', $envelope->rows[0] );
		}
		return new OrderPage( $envelope->last_page, $envelope->total, $orders, self::unknown_statuses( $envelope->rows ), $unreadable, $response->sent_at );
	}

	/**
	 * Looks one order up; source: keycrm-server/API.md §7.
	 *
	 * @return OrderPage|null Null where KeyCRM has no order of this id: it was deleted.
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException Also where the order could not be read.
	 */
	public function find( int $id ): ?OrderPage {
		try {
			$response = $this->client->send( Request::get( self::PATH . '/' . $id, array( 'include' => 'products' ) ) );
		} catch ( ApiException $error ) {
			if ( ErrorKind::NotFound === $error->kind ) {
				return null;
			}
			throw $error;
		}
		$order = OrderParser::parse( $response->data );
		if ( null === $order || $order->id !== $id ) {
			throw ListEnvelope::broken( 'id', 'the order that was asked for', $response->data );
		}
		return new OrderPage( 1, 1, array( $order ), self::unknown_statuses( array( $response->data ) ), 0, $response->sent_at );
	}

	/**
	 * The account's sales channels. One page of 50 is read; no account is known to have more.
	 *
	 * @param string $driver Only channels of this kind, unless KeyCRM ignores the filter; '' for all.
	 * @return list<OrderSource>
	 * @throws WaitRequired Before the request, where the client's next slot is far away.
	 * @throws ApiException
	 */
	public function sources( string $driver = '' ): array {
		$filter   = '' === $driver ? array() : array( 'filter[driver]' => $driver );
		$envelope = ListEnvelope::open( $this->client->send( Request::get( self::SOURCES, array( 'limit' => OrderQuery::LIMIT, 'page' => 1 ) + $filter ) )->data, 1 );
		$sources  = array();
		foreach ( $envelope->rows as $row ) {
			$id = JsonNumber::whole( $row->id ?? null, 1 );
			if ( null !== $id ) {
				$sources[] = new OrderSource( $id, self::text( $row->name ?? null ), self::text( $row->driver ?? null ) );
			}
		}
		return $sources;
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? trim( $value ) : '';
	}

	/**
	 * @param list<mixed> $rows
	 * @return list<string>
	 */
	private static function unknown_statuses( array $rows ): array {
		$texts = array();
		foreach ( $rows as $row ) {
			foreach ( is_array( $row->products ?? null ) ? $row->products : array() as $line ) {
				$text = $line->stock_status ?? null;
				if ( is_string( $text ) && LineStatusParser::is_unknown( $text ) ) {
					$texts[] = mb_substr( trim( $text ), 0, self::LONGEST_STATUS, 'UTF-8' );
				}
			}
		}
		return array_values( array_unique( $texts ) );
	}
}
