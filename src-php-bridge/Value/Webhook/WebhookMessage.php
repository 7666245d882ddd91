<?php
/**
 * What a webhook's message names.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Webhook;

defined( 'ABSPATH' ) || exit;

/** Names only. A message's quantities may be old or of other warehouses, so they are not even kept. */
final class WebhookMessage {

	/**
	 * @param list<array{offer_id: int, sku: string}> $offers   Each once. With an id the SKU is '', without one the id is 0.
	 * @param int                                     $order_id KeyCRM's id of an order; 0 where none is named.
	 */
	private function __construct(
		public readonly WebhookKind $kind,
		public readonly array $offers = array(),
		public readonly int $order_id = 0,
	) {}

	/** @param list<array{offer_id: int, sku: string}> $offers */
	public static function about_stock( array $offers ): self {
		return new self( WebhookKind::Stock, $offers );
	}

	public static function about_order( int $order_id ): self {
		return new self( WebhookKind::Order, order_id: $order_id );
	}

	public static function about_test(): self {
		return new self( WebhookKind::Test );
	}

	public static function about_nothing(): self {
		return new self( WebhookKind::Nothing );
	}
}
