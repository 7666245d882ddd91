<?php
/** Writes at the end of each page what the page has cost. */

add_action( 'shutdown', static function () {
	if ( ! isset( $_GET['counted'] ) ) {
		return;
	}
	global $wpdb, $wp_scripts, $wp_styles;
	$ours = array_filter(
		array_merge( $wp_scripts->done ?? array(), $wp_styles->done ?? array() ),
		static fn ( $handle ) => str_contains( $handle, 'keycrm' )
	);
	echo '<!--counted:' . wp_json_encode( array(
		'queries' => array_map( static fn ( $query ) => preg_replace( '/[0-9]+/', 'N', $query[0] ), $wpdb->queries ),
		'ours' => array_values( $ours ),
		'files' => count( array_filter( get_included_files(), static fn ( $file ) => str_contains( $file, '/plugins/stock-sync-for-keycrm/' ) ) ),
	) ) . '-->';
} );
