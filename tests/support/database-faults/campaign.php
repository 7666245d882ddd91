<?php
/**
 * Test-only mu-plugin: saves and restores the shop, runs syncs with one failing statement, and reads the result.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

const CAMPAIGN_TABLES = array( 'posts', 'postmeta', 'wc_product_meta_lookup', 'term_relationships', 'term_taxonomy', 'options', 'keycrm_stock_levels', 'keycrm_stock_runs', 'keycrm_stock_changes', 'keycrm_stock_orders', 'actionscheduler_actions', 'actionscheduler_claims' );

/** Saves the shop as it is now. */
function campaign_keep(): bool {
	$link = Faulty_Database::second_connection();
	foreach ( CAMPAIGN_TABLES as $table ) {
		$link->query( "CREATE TABLE kept_$table LIKE wp_$table" );
		$link->query( "INSERT INTO kept_$table SELECT * FROM wp_$table" );
	}
	return true;
}

/** Restores the saved shop; ids of runs continue. */
function campaign_put_back(): bool {
	$link = Faulty_Database::second_connection();
	foreach ( CAMPAIGN_TABLES as $table ) {
		$link->query( "DELETE FROM wp_$table" );
		$link->query( "INSERT INTO wp_$table SELECT * FROM kept_$table" );
	}
	return true;
}

/** Has the effect of a minute's wait: leases of dead workers end, pauses are over, and a request slot is free. */
function campaign_let_time_pass(): void {
	$link = Faulty_Database::second_connection();
	$link->query( 'UPDATE wp_keycrm_stock_runs SET resume_at = NULL, lease_until = 0, saves = saves + 1 WHERE active = 1' );
	$link->query( "DELETE FROM wp_options WHERE option_name = 'keycrm_stock_pace'" );
}

/** @return array{int, array<string, mixed>} Status and body. */
function campaign_call( string $method, string $path, array $body = array() ): array {
	$request = new WP_REST_Request( $method, '/keycrm-stock/v1' . $path );
	$request->set_body_params( $body );
	$response = rest_do_request( $request );
	return array( $response->get_status(), json_decode( (string) wp_json_encode( $response->get_data() ), true ) );
}

/** Starts a sync and steps it until the armed fault has hit or the sync has ended. */
function campaign_disturb( string $fault, int $at ): array {
	global $wpdb;
	wp_set_current_user( 1 );
	rest_get_server(); // Registers the routes before the statements are counted.
	$wpdb->suppress_errors( true );
	$wpdb->arm( $fault, $at );
	[ $status, $run ] = campaign_call( 'POST', '/runs', array( 'mode' => 'sync' ) );
	$codes = array( $status );
	for ( $i = 0; $i < 60 && '' === $wpdb->hit && $status < 300 && in_array( $run['status'], array( 'running', 'waiting' ), true ); $i++ ) {
		if ( 'waiting' === $run['status'] ) {
			campaign_let_time_pass();
		}
		[ $status, $run ] = campaign_call( 'POST', "/runs/{$run['id']}/step" );
		$codes[] = $status;
	}
	return array(
		'hit'   => $wpdb->hit,
		'seen'  => $wpdb->seen,
		'codes' => $codes,
	);
}

/** Runs a whole sync and returns the numbers, from 1, of the statements that match the pattern. */
function campaign_places_like( string $pattern ): array {
	global $wpdb;
	$wpdb->records = true;
	campaign_disturb( 'fail', 0 );
	$wpdb->records = false;
	return array_map( static fn ( int $place ): int => $place + 1, array_keys( preg_grep( $pattern, $wpdb->statements ) ) );
}

/** In another request: steps the active run to its end. Without one it starts a sync. */
function campaign_finish(): array {
	global $wpdb;
	wp_set_current_user( 1 );
	campaign_let_time_pass();
	[ , $now ] = campaign_call( 'GET', '/runs/current' );
	$run = $now['run'];
	if ( null === $run ) {
		[ , $run ] = campaign_call( 'POST', '/runs', array( 'mode' => 'sync' ) );
	}
	for ( $i = 0; $i < 60 && in_array( $run['status'], array( 'running', 'waiting' ), true ); $i++ ) {
		campaign_let_time_pass();
		[ , $run ] = campaign_call( 'POST', "/runs/{$run['id']}/step" );
	}
	return array(
		'id'     => $run['id'],
		'status' => $run['status'],
		'error'  => $run['error'],
		'counts' => array_filter( $run['counts'] ),
		'left'   => (int) $wpdb->get_var( "SELECT COUNT(*) FROM wp_keycrm_stock_runs WHERE follow_up IS NOT NULL" ),
	);
}

/** @return array<string, list<mixed>> Stock and status of each product, by id. */
function campaign_shelf(): array {
	global $wpdb;
	$shelf = array();
	$rows  = $wpdb->get_results(
		"SELECT p.ID, p.post_name, (SELECT GROUP_CONCAT(m.meta_value + 0 ORDER BY m.meta_id) FROM wp_postmeta m WHERE m.post_id = p.ID AND m.meta_key = '_stock') AS stock,
		(SELECT MAX(m.meta_value) FROM wp_postmeta m WHERE m.post_id = p.ID AND m.meta_key = '_stock_status') AS status,
		(SELECT MAX(m.meta_value) FROM wp_postmeta m WHERE m.post_id = p.ID AND m.meta_key = '_manage_stock') AS managed,
		l.stock_quantity + 0 AS lookup, l.stock_status AS lookup_status,
		(SELECT COUNT(*) FROM wp_term_relationships r JOIN wp_term_taxonomy t ON t.term_taxonomy_id = r.term_taxonomy_id JOIN wp_terms w ON w.term_id = t.term_id WHERE r.object_id = p.ID AND t.taxonomy = 'product_visibility' AND w.slug = 'outofstock') AS hidden
		FROM wp_posts p LEFT JOIN wp_wc_product_meta_lookup l ON l.product_id = p.ID WHERE p.post_type IN ('product', 'product_variation') ORDER BY p.ID",
		ARRAY_N
	);
	foreach ( $rows as $row ) {
		$shelf[ 'p' . $row[0] ] = array_slice( $row, 2 );
	}
	return $shelf;
}

/** @return list<list<mixed>> The written changes of all runs from the given one on, by product. */
function campaign_log( int $since ): array {
	global $wpdb;
	return $wpdb->get_results( "SELECT product_id, `before` + 0, `after` + 0, outcome, reason FROM wp_keycrm_stock_changes WHERE run_id >= $since AND written_at > 0 ORDER BY product_id, id", ARRAY_N );
}
