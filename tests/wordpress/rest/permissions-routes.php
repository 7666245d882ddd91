<?php
/** Returns our routes and their methods, as WordPress lists them. */

$rows = array();
rest_do_request( new WP_REST_Request( 'GET', '/keycrm-stock/v1' ) ); // Registers our routes, which are made only on demand.
foreach ( rest_get_server()->get_routes( 'keycrm-stock/v1' ) as $path => $handlers ) {
	foreach ( $handlers as $handler ) {
		foreach ( array_keys( $handler['methods'] ) as $method ) {
			$rows[] = array( $path, $method );
		}
	}
}
return $rows;
