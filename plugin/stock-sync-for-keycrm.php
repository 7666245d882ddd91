<?php
/**
 * Plugin Name:          Stock Sync for KeyCRM
 * Description:          Keeps the stock of your WooCommerce products equal to what KeyCRM has for sale, matched by SKU.
 * Version:              0.1.0
 * Requires at least:    6.6
 * Requires PHP:         8.1
 * Requires Plugins:     woocommerce
 * Author:               Stock Sync for KeyCRM contributors
 * License:              GPL-2.0-or-later
 * License URI:          https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:          stock-sync-for-keycrm
 * Domain Path:          /languages
 * WC requires at least: 9.0
 * WC tested up to:      11.0
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';

spl_autoload_register(
	static function ( string $name ): void {
		if ( str_starts_with( $name, __NAMESPACE__ . '\\' ) ) {
			$file = __DIR__ . '/src/' . strtr( substr( $name, strlen( __NAMESPACE__ ) + 1 ), '\\', '/' ) . '.php';
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

/** Its methods are what the plugin hooks: other programs need it to remove one of them. */
function plugin(): Plugin {
	static $plugin = null;
	return $plugin ??= new Plugin( __FILE__ );
}

plugin()->register();
