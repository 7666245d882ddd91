<?php
/** Searches the database and the uploads for the key. */

assert( isset( $key ) );
global $wpdb;
$found = array();
foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
	foreach ( $wpdb->get_results( "SELECT * FROM $table", ARRAY_A ) as $row ) {
		if ( str_contains( (string) wp_json_encode( $row, JSON_UNESCAPED_SLASHES ), $key ) ) {
			$found[] = $table;
		}
	}
}
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( wp_upload_dir()['basedir'], FilesystemIterator::SKIP_DOTS ) ) as $file ) {
	if ( $file->isFile() && str_contains( (string) file_get_contents( $file->getPathname() ), $key ) ) {
		$found[] = $file->getPathname();
	}
}
return $found;
