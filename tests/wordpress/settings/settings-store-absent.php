<?php
/** Reads an option that does not exist, and counts the statements. */

global $wpdb;
$options = new KeyCrmStock\Database\Options( new KeyCrmStock\Database\Database( $wpdb ) );
$name    = 'keycrm_stock_test_option';
delete_option( $name );
$found   = array( $options->get( $name ) );
$before  = $wpdb->num_queries;
$found[] = $options->get( $name );
$found[] = $wpdb->num_queries - $before;
$options->set( $name, 'new' );
$found[] = $options->get( $name );
// Acts as another process, then empties this process's option cache.
$wpdb->delete( $wpdb->options, array( 'option_name' => $name ) );
$options->forget( $name );
$found[] = $options->get( $name );
$wpdb->insert( $wpdb->options, array( 'option_name' => $name, 'option_value' => 'theirs' ) );
$options->forget( $name );
$found[] = $options->get( $name );
delete_option( $name );
return $found;
