<?php
/**
 * WooCommerce's menu, to which plugins add their pages.
 */

declare(strict_types=1);

namespace WooStandIn\Admin;

final class Menu {
	public static function init(): void {
		add_action( 'admin_menu', array( self::class, 'add' ), 9 );
	}

	public static function add(): void {
		add_menu_page( 'WooCommerce', 'WooCommerce', 'edit_others_shop_orders', 'woocommerce', null, 'dashicons-cart', '55.5' );
		// WordPress derives screen ids from the title, so it must not be translated here.
		$GLOBALS['admin_page_hooks']['woocommerce'] = 'woocommerce';
	}
}
