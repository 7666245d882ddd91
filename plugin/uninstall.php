<?php
/**
 * Leaves no trace: tables, options, product marks and queued actions go, on each site of a network. Stock stays as it is.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

( static function (): void {
	global $wpdb;

	$clean_site = static function () use ( $wpdb ): void {
		foreach ( array( 'levels', 'runs', 'changes', 'dirty', 'orders', 'transactions', 'asked_skus' ) as $name ) {
			$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}keycrm_stock_$name" );
		}
		$options = $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE 'keycrm\\_stock\\_%'" );
		foreach ( $options as $option ) {
			delete_option( $option );
		}
		delete_post_meta_by_key( '_keycrm_stock_exclude' );
		delete_post_meta_by_key( '_keycrm_stock_buffer' );
		delete_metadata( 'term', 0, '_keycrm_stock_exclude', '', true );
		delete_metadata( 'term', 0, '_keycrm_stock_buffer', '', true );

		// WooCommerce may be gone by now, and Action Scheduler with it; its rows are still there.
		$actions = $wpdb->prefix . 'actionscheduler_actions';
		$groups  = $wpdb->prefix . 'actionscheduler_groups';
		$logs    = $wpdb->prefix . 'actionscheduler_logs';
		if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $groups ) ) ) !== $groups ) {
			return;
		}
		$group  = (int) $wpdb->get_var( $wpdb->prepare( "SELECT group_id FROM $groups WHERE slug = %s", 'stock-sync-for-keycrm' ) );
		$before = $wpdb->suppress_errors(); // Other carriers of Action Scheduler's tables may keep no log.
		$wpdb->query( $wpdb->prepare( "DELETE FROM $logs WHERE action_id IN (SELECT action_id FROM $actions WHERE group_id = %d)", $group ) );
		$wpdb->query( $wpdb->prepare( "DELETE FROM $actions WHERE group_id = %d", $group ) );
		$wpdb->query( $wpdb->prepare( "DELETE FROM $groups WHERE group_id = %d", $group ) );
		$wpdb->suppress_errors( $before );
	};

	if ( ! is_multisite() ) {
		$clean_site();
		return;
	}
	// WordPress calls this once, on the site from which the plugin is deleted. Each site has a key and tables of its own.
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $keycrm_stock_site ) {
		switch_to_blog( $keycrm_stock_site );
		$clean_site();
		restore_current_blog();
	}
} )();
