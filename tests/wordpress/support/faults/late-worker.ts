/** A worker whose answer comes late: while it waits, it is given up for dead and another does its work. */
import type { Shop } from '../../../support/worlds/shop';

/**
 * A must-use plugin. Once the option names a part of an address, the answer from there is held back until
 * another worker has brought the run to its end.
 */
export const MEANWHILE = `<?php
add_filter( 'http_response', static function ( $response, $arguments, $url ) {
	global $wpdb;
	$part = (string) get_option( 'test_meanwhile', '' );
	if ( '' === $part || ! str_contains( $url, $part ) ) {
		return $response;
	}
	update_option( 'test_meanwhile', '' );
	$wpdb->query( "UPDATE {$wpdb->prefix}keycrm_stock_runs SET lease_until = 1 WHERE active = 1" );
	$id = (int) $wpdb->get_var( "SELECT id FROM {$wpdb->prefix}keycrm_stock_runs WHERE active = 1" );
	for ( $steps = 0; $steps < 50; $steps++ ) {
		$run = rest_do_request( new WP_REST_Request( 'POST', "/keycrm-stock/v1/runs/$id/step" ) )->get_data();
		if ( ! in_array( $run['status'], array( 'running', 'waiting' ), true ) ) {
			return $response;
		}
	}
	throw new RuntimeException( 'The other worker does not come to an end.' );
}, 10, 3 );`;

/** The next answer from an address with this in it comes after everything else. */
export async function delayAnswer( shop: Shop, part: string ): Promise< void > {
	await shop.php(
		`return update_option( 'test_meanwhile', '${ part }', true );`
	);
}

/** Whether the answer has been held back. */
export async function wasDelayed( shop: Shop ): Promise< boolean > {
	return (
		'' === ( await shop.php( `return get_option( 'test_meanwhile' );` ) )
	);
}
