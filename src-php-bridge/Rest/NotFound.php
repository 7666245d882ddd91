<?php
/**
 * The thing that a request names does not exist: 404.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

/** The message is for the person who asked. */
final class NotFound extends \RuntimeException {

	public static function run(): self {
		return new self( __( 'There is no such sync. It may be older than the history that is kept.', 'stock-sync-for-keycrm' ) );
	}

	public static function product(): self {
		return new self( __( 'There is no such product in this shop, or it is of a type that keeps no stock. It may have been deleted.', 'stock-sync-for-keycrm' ) );
	}

	public static function address(): self {
		return new self( __( 'There is nothing at this address. It may have been replaced: see WooCommerce → KeyCRM stock → Settings in the shop.', 'stock-sync-for-keycrm' ) );
	}
}
