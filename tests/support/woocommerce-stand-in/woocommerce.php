<?php
/**
 * Plugin Name: WooCommerce (stand-in for tests)
 * Description: Imitates the parts of WooCommerce that Stock Sync for KeyCRM and its tests use. Not a shop.
 * Version: 11.0.1
 * Requires at least: 6.6
 * Requires PHP: 8.1
 * License: GPL-2.0-or-later
 *
 * The version is that of the WooCommerce whose observable behaviour is imitated.
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

define( 'WC_PLUGIN_FILE', __FILE__ );
define( 'WC_ABSPATH', __DIR__ . '/' );
define( 'WC_PLUGIN_BASENAME', plugin_basename( __FILE__ ) );
define( 'WC_VERSION', '11.0.1' );
define( 'WOOCOMMERCE_VERSION', WC_VERSION );
define( 'WC_ROUNDING_PRECISION', 6 );
define( 'WC_DELIMITER', '|' );

require __DIR__ . '/autoload.php';

/**
 * @return WooCommerce
 */
function WC() {
	return WooCommerce::instance();
}

WooCommerce::instance()->stand_in_start();
