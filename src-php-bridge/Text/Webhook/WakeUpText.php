<?php
/**
 * Says how soon work on a webhook's message begins on this server.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\WakeUpWay;

final class WakeUpText {

	/** '' while it is not known. */
	public static function sentence( WakeUpWay $way ): string {
		return match ( $way ) {
			WakeUpWay::AfterAnswer => __( 'On this server work begins at once after each message.', 'stock-sync-for-keycrm' ),
			WakeUpWay::Loopback => __( 'On this server work begins at once after each message, by a call of the shop to itself.', 'stock-sync-for-keycrm' ),
			WakeUpWay::Queue => __( 'This server can neither go on after its answer nor call itself, so work begins with the next run of WooCommerce’s queue, usually within a minute or two. The line for your server’s scheduler keeps that short.', 'stock-sync-for-keycrm' ),
			WakeUpWay::Unknown => '',
		};
	}
}
