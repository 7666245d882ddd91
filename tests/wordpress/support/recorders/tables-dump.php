<?php
/** Returns all rows of all tables. */

global $wpdb;
$tables = array();
foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
	if ( str_starts_with( $table, $wpdb->prefix ) ) {
		$tables[ substr( $table, strlen( $wpdb->prefix ) ) ] = $wpdb->get_results( "SELECT * FROM $table", ARRAY_A );
	}
}
return $tables;
