<?php
/**
 * One request to GET /order.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Order;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\KeyCrmTime;
use KeyCrmStock\Value\Order\CrmOrder;

/** Lines are always asked for, buyers never (keycrm-server/API.md §7). */
final class OrderQuery {

	public const LIMIT = 50;

	/** The filter needs an end. It lies ahead, so that orders that change while we read stay in the list. */
	private const FAR_AHEAD = 2 * 86_400_000;

	/** KeyCRM prints and compares whole seconds. */
	private const SECOND = 1000;

	private function __construct(
		public readonly int $page,
		private readonly string $sort,
		private readonly ?int $source_id,
		private readonly ?string $uuid,
		private readonly ?int $since_ms,
		private readonly int $now_ms = 0,
	) {}

	/**
	 * All orders of one channel that have changed since then, oldest order first. So an order that comes into the
	 * list while we read moves others to a later page, where they are seen twice, and never to an earlier one.
	 */
	public static function changed_since( int $source_id, int $since_ms, int $page, int $now_ms ): self {
		return new self( $page, 'id', $source_id, null, $since_ms, $now_ms );
	}

	/** The same for the orders of all channels: each of them moves stock. */
	public static function changed_anywhere( int $since_ms, int $page, int $now_ms ): self {
		return new self( $page, 'id', null, null, $since_ms, $now_ms );
	}

	/** Orders of any channel with this order number of the shop. */
	public static function by_uuid( string $uuid ): self {
		return new self( 1, '-id', null, $uuid, null );
	}

	/** The newest orders of any channel. */
	public static function newest(): self {
		return new self( 1, '-id', null, null, null );
	}

	/** Whether this order was asked for. KeyCRM may ignore a filter, as on other lists (keycrm-server/API.md §3.2). */
	public function includes( CrmOrder $order ): bool {
		return ( null === $this->source_id || $this->source_id === $order->source_id )
			&& ( null === $this->since_ms || $order->updated_at > $this->since_ms - self::SECOND );
	}

	/** @return array<string, string|int> */
	public function parameters(): array {
		$parameters = array(
			'limit'   => self::LIMIT,
			'page'    => $this->page,
			'sort'    => $this->sort,
			'include' => 'products',
		);
		if ( null !== $this->source_id ) {
			$parameters['filter[source_id]'] = $this->source_id;
		}
		if ( null !== $this->uuid ) {
			$parameters['filter[source_uuid]'] = $this->uuid;
		}
		if ( null !== $this->since_ms ) {
			// With the space, as documented.
			$parameters['filter[updated_between]'] = KeyCrmTime::for_filter( $this->since_ms ) . ', ' . KeyCrmTime::for_filter( $this->now_ms + self::FAR_AHEAD );
		}
		return $parameters;
	}
}
