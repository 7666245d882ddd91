<?php
/** Stores the checkpoint of a full read, made with the present or with earlier settings. */

assert( isset( $is_changed, $in_keycrm ) );
global $wpdb;
$services = new KeyCrmStock\Services( $wpdb, WP_PLUGIN_DIR . '/stock-sync-for-keycrm/contract' );
$account  = $services->account();
$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET settings = %s", $is_changed ? 'of-then' : $services->fingerprint->current() ) );
update_option( 'keycrm_stock_whole_read', array( 'started_at' => 1, 'total' => $in_keycrm, 'filters_at' => 0, 'account' => $account, 'since' => 1 ) );
return true;
