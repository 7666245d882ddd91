<?php
/**
 * What a webhook's message is about.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Webhook;

defined( 'ABSPATH' ) || exit;

/** @see src-admin/contract/webhook.ts webhookKindSchema */
enum WebhookKind: string {

	case Stock = 'stock';
	case Order = 'order';

	/** The plugin's own call to its address. */
	case Test = 'test';

	/** A message that names neither an offer nor an order. */
	case Nothing = 'nothing';
}
