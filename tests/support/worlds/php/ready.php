<?php
/**
 * Last part of a template, in a WordPress where WooCommerce is active from the start.
 */

update_option( 'woocommerce_coming_soon', 'no' );
update_option( 'woocommerce_currency', 'UAH' );
update_option( 'woocommerce_default_country', 'UA:UA32' );
update_option( 'woocommerce_manage_stock', 'yes' );
update_option( 'woocommerce_notify_low_stock', 'yes' );
update_option( 'woocommerce_onboarding_profile', array( 'skipped' => true ) );
update_option( 'woocommerce_task_list_hidden', 'yes' );
update_option( 'woocommerce_show_marketplace_suggestions', 'no' );
delete_transient( '_wc_activation_redirect' );
flush_rewrite_rules();
( new WP_User( get_user_by( 'login', 'shop_manager' )->ID ) )->set_role( 'shop_manager' );
( new WP_User( get_user_by( 'login', 'customer' )->ID ) )->set_role( 'customer' );
// Otherwise the first runs of WooCommerce's own queue would happen during a test.
if ( class_exists( 'ActionScheduler' ) ) {
	for ( $i = 0; $i < 10 && ActionScheduler::runner()->run() > 0; $i++ ) {
		continue;
	}
}
return array(
	'woocommerce' => WC()->version,
	'manager'     => user_can( get_user_by( 'login', 'shop_manager' ), 'manage_woocommerce' ),
);
