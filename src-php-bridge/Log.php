<?php
/**
 * Lines for WooCommerce → Status → Logs.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

final class Log {

	private const SOURCE = 'stock-sync-for-keycrm';

	/**
	 * Never throws: a shop may have a logger of its own, and a line that cannot be written must not stop the sync.
	 *
	 * @param string               $level   One of WooCommerce's.
	 * @param callable(): string   $message In English; called once.
	 * @param array<string, mixed> $context Never holds the API key.
	 */
	public static function write( string $level, callable $message, array $context = array() ): void {
		try {
			wc_get_logger()->log( $level, $message(), array( 'source' => self::SOURCE ) + $context );
		} catch ( \Throwable ) {
			return;
		}
	}
}
