<?php
/**
 * Reads orders from KeyCRM, no faster than it allows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\KeyCrm\Order\OrderPage;
use KeyCrmStock\KeyCrm\Order\OrderQuery;
use KeyCrmStock\Value\Order\OrderSource;

final class PacedOrders {

	public function __construct(
		private readonly OrderEndpoint $reader,
		private readonly ThrottledClient $pacer,
	) {}

	/**
	 * One request.
	 *
	 * @return array{OrderPage, int} And when it was sent, unix milliseconds.
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException After it.
	 */
	public function page( OrderQuery $query ): array {
		return $this->pacer->send( fn ( int $sent_ms ): array => array( $this->reader->page( $query, $sent_ms ), $sent_ms ) );
	}

	/**
	 * One request.
	 *
	 * @param string $driver Only those of this kind; '' for all.
	 * @return list<OrderSource> The account's sales channels.
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function sources( string $driver = '' ): array {
		return $this->pacer->send( fn ( int $sent_ms ): array => $this->reader->sources( $driver ) );
	}
}
