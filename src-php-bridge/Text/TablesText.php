<?php
/**
 * Says that the plugin's tables are not there.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

final class TablesText {

	public static function headline(): string {
		return __( 'Stock Sync for KeyCRM cannot work: its tables are missing in the shop’s database', 'stock-sync-for-keycrm' );
	}

	/** @param string $reason The database server's own words. */
	public static function explanation( string $reason ): string {
		return sprintf(
			/* translators: %s: the database server's own words. */
			__( 'The plugin tried to make them and was refused (%s). Stock in the shop stays as it is. Ask your hosting provider to give the database user the rights CREATE, ALTER and INDEX, then open WooCommerce → KeyCRM stock: the plugin tries again there.', 'stock-sync-for-keycrm' ),
			$reason
		);
	}
}
