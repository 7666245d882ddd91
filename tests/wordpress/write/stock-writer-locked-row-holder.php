<?php
/** Keeps a lock for some seconds. */

assert( isset( $statement, $seconds ) );
global $wpdb;
$id = (int) $wpdb->get_var( "SELECT post_id FROM wp_postmeta WHERE meta_key = '_sku' AND meta_value = 'Q-7'" );
$wpdb->query( 'START TRANSACTION' );
$wpdb->query( str_replace( '$id', (string) $id, $statement ) );
file_put_contents( WP_CONTENT_DIR . '/held', '1' );
sleep( $seconds );
$wpdb->query( 'COMMIT' );
return true;
