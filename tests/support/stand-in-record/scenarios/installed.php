<?php
/**
 * What a new shop has: roles, options, terms, tables, types, and how orders may be kept.
 */

return static function ( StandInRecorder $recorder ): void {
	global $wpdb;
	$of_the_shop = static function ( string $role ): array {
		$all = array_keys( array_filter( get_role( $role )->capabilities ) );
		sort( $all );
		return 'administrator' === $role ? array_values( array_filter( $all, static fn( string $one ): bool => (bool) preg_match( '/woocommerce|product|shop_|customers/', $one ) ) ) : $all;
	};
	foreach ( array( 'administrator', 'shop_manager', 'customer' ) as $role ) {
		$recorder->step( "what a $role may do", static fn() => $of_the_shop( $role ) );
	}
	$recorder->step( 'options', static fn() => array_map(
		static fn( string $name ) => get_option( $name ),
		array_combine( $names = array( 'woocommerce_manage_stock', 'woocommerce_notify_low_stock', 'woocommerce_notify_no_stock', 'woocommerce_notify_low_stock_amount', 'woocommerce_notify_no_stock_amount', 'woocommerce_hide_out_of_stock_items', 'woocommerce_hold_stock_minutes', 'woocommerce_stock_email_recipient' ), $names )
	) );
	foreach ( array( 'product_type', 'product_visibility', 'product_cat' ) as $taxonomy ) {
		$recorder->step( "terms of $taxonomy", static fn() => get_terms( array( 'taxonomy' => $taxonomy, 'hide_empty' => false, 'fields' => 'names', 'orderby' => 'name' ) ) );
	}
	$tables = array( 'wc_product_meta_lookup', 'wc_product_attributes_lookup', 'wc_reserved_stock', 'woocommerce_order_items', 'woocommerce_order_itemmeta', 'wc_orders', 'wc_orders_meta', 'wc_order_addresses', 'wc_order_operational_data', 'actionscheduler_actions', 'actionscheduler_claims', 'actionscheduler_groups' );
	foreach ( $tables as $table ) {
		$recorder->step( "columns of $table", static fn() => $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}{$table}" ) );
	}
	$recorder->step( 'names of tables', static fn() => array_map(
		static fn( string $name ): bool => $wpdb->prefix . $name === $wpdb->{ 'order_itemmeta' === $name ? 'order_itemmeta' : $name },
		array( 'wc_product_meta_lookup', 'wc_reserved_stock', 'actionscheduler_actions', 'actionscheduler_groups' )
	) );
	$recorder->step( 'types', static fn() => array(
		array_intersect( array( 'product_visibility', 'product_shipping_class', 'product_type' ), get_object_taxonomies( 'product_variation' ) ),
		get_post_type_object( 'product' )->cap->edit_posts,
		get_post_type_object( 'product' )->public,
		get_post_type_object( 'product_variation' )->public,
		array_keys( wc_get_order_statuses() ),
		wc_get_order_types( 'view-orders' ),
		wc_get_order_types( 'order-count' ),
		array_keys( wc_get_product_types() ),
		array_keys( wc_get_product_stock_status_options() ),
	) );
	$recorder->step( 'moments', static fn() => array_map( 'did_action', array( 'woocommerce_loaded', 'before_woocommerce_init', 'woocommerce_init', 'woocommerce_after_register_post_type', 'action_scheduler_init' ) ) );
	$recorder->step( 'who is there', static fn() => array(
		class_exists( 'WooCommerce' ),
		defined( 'WC_VERSION' ) && defined( 'WC_PLUGIN_FILE' ),
		plugin_basename( WC_PLUGIN_FILE ),
		is_object( WC()->integrations ),
		WC()->integrations->get_integration( 'nobody' ),
		Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled(),
		Automattic\WooCommerce\Utilities\OrderUtil::get_table_for_orders() === $wpdb->prefix . 'wc_orders',
		wp_next_scheduled( 'action_scheduler_run_queue', array( 'WP Cron' ) ) > 0,
		wp_get_schedules()['every_minute']['interval'],
	) );
};
