<?php
/** Returns everything that the plugin has left in the shop. */

global $wpdb;
$actions = $wpdb->prefix . 'actionscheduler_actions';
$names   = static fn( string $sql ): array => $wpdb->get_col( $sql );
// Other caches come and go, and WooCommerce's own setup adds options too.
$options = preg_grep( '/^_(site_)?transient_(?!.*keycrm)|^(recently_activated|uninstall_plugins|rewrite_rules)$|^action_scheduler_lock|^(wc|woocommerce|jetpack)_(?!.*keycrm)|_version$/', $names( "SELECT option_name FROM $wpdb->options ORDER BY option_name" ), PREG_GREP_INVERT );
return array(
	'options'   => array_values( $options ),
	'tables'    => $names( 'SHOW TABLES' ),
	'cron'      => array_values( preg_grep( '/keycrm/', array_merge( ...array_values( array_map( 'array_keys', array_filter( _get_cron_array(), 'is_array' ) ) ) ) ) ),
	'actions'   => $names( "SELECT DISTINCT hook FROM $actions WHERE hook LIKE '%keycrm%' ORDER BY hook" ),
	'user_meta' => $names( "SELECT DISTINCT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%keycrm%'" ),
	'post_meta' => $names( "SELECT DISTINCT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%keycrm%'" ),
	'files'     => array_map( 'basename', glob( WP_PLUGIN_DIR . '/*' ) ),
);
