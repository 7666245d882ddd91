<?php
/**
 * Functions that fit into no other folder.
 */

declare(strict_types=1);

function wc_maybe_define_constant( $name, $value ) {
	if ( ! defined( $name ) ) {
		define( $name, $value );
	}
}

function wc_doing_it_wrong( $function, $message, $version ) {
	_doing_it_wrong( $function, $message, $version );
}

function wc_do_deprecated_action( $tag, $args, $version, $replacement = null, $message = null ) {
	if ( has_action( $tag ) ) {
		do_action_ref_array( $tag, $args );
	}
}

function wc_set_time_limit( $limit = 0 ) {
	if ( function_exists( 'set_time_limit' ) ) {
		@set_time_limit( $limit );
	}
}

function wc_get_logger() {
	static $logger = null;
	$class = apply_filters( 'woocommerce_logging_class', 'WC_Logger' );
	if ( is_object( $class ) ) {
		return $class;
	}
	if ( ! $logger instanceof $class ) {
		$logger = new $class();
	}
	return $logger;
}

function wc_transaction_query( $type = 'start', $force = false ) {
	global $wpdb;
	wc_maybe_define_constant( 'WC_USE_TRANSACTIONS', true );
	if ( WC_USE_TRANSACTIONS || $force ) {
		$wpdb->query( array( 'commit' => 'COMMIT', 'rollback' => 'ROLLBACK' )[ $type ] ?? 'START TRANSACTION' );
	}
}


function wc_get_object_terms( $object_id, $taxonomy, $field = null, $index_key = null ) {
	$terms = get_the_terms( $object_id, $taxonomy );
	if ( ! is_array( $terms ) ) {
		return array();
	}
	return null === $field ? $terms : wp_list_pluck( $terms, $field, $index_key );
}
