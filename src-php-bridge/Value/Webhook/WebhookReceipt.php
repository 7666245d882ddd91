<?php
/**
 * What came in last of one kind of webhook.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Webhook;

defined( 'ABSPATH' ) || exit;

final class WebhookReceipt {

	/**
	 * @param int  $at    Unix milliseconds.
	 * @param int  $items Offers, or orders.
	 * @param ?int $known Offers among them that belong to a product of the shop; null where that was not looked up.
	 */
	public function __construct(
		public readonly WebhookKind $kind,
		public readonly int $at,
		public readonly int $items,
		public readonly ?int $known,
	) {}
}
