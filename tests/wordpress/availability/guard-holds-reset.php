<?php
/** Sets every number to 10, deletes all runs but the first, and stores `$whole_read`. */

assert( isset( $whole_read ) );
global $wpdb;
$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = '10' WHERE meta_key = '_stock'" );
$wpdb->query( "UPDATE {$wpdb->postmeta} SET meta_value = 'instock' WHERE meta_key = '_stock_status'" );
$wpdb->query( "UPDATE {$wpdb->prefix}wc_product_meta_lookup SET stock_quantity = 10, stock_status = 'instock'" );
$wpdb->query( "DELETE FROM {$wpdb->prefix}keycrm_stock_runs WHERE id > 1" );
$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'keycrm_stock_pace'" );
wp_cache_flush();
return $whole_read ? update_option( 'keycrm_stock_whole_read', $whole_read, false ) : delete_option( 'keycrm_stock_whole_read' );
