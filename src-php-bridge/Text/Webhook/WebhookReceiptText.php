<?php
/**
 * Says what a webhook brought.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Webhook\WebhookKind;
use KeyCrmStock\Value\Webhook\WebhookReceipt;

final class WebhookReceiptText {

	public static function sentence( WebhookReceipt $receipt ): string {
		return match ( $receipt->kind ) {
			WebhookKind::Stock => self::stock( $receipt ),
			WebhookKind::Order => __( 'a change of an order', 'stock-sync-for-keycrm' ),
			default => __( 'a message about neither stock nor an order', 'stock-sync-for-keycrm' ),
		};
	}

	private static function stock( WebhookReceipt $receipt ): string {
		$variants = sprintf(
			/* translators: %s: number of product variants in KeyCRM. */
			_n( 'stock of %s product variant', 'stock of %s product variants', $receipt->items, 'stock-sync-for-keycrm' ),
			number_format_i18n( $receipt->items )
		);
		return null === $receipt->known ? $variants : sprintf(
			/* translators: 1: "stock of 3 product variants", 2: how many of them are sold in this shop. */
			__( '%1$s, %2$s of them in this shop', 'stock-sync-for-keycrm' ),
			$variants,
			number_format_i18n( $receipt->known )
		);
	}
}
