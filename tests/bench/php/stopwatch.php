<?php
/**
 * Must-use plugin for the bench: times the loading of our plugin's file and, by wrapping them, all of its callbacks.
 */

$GLOBALS['stopwatch'] = array( 'ms' => 0.0, 'queries' => 0, 'depth' => 0 );
function stopwatch_run( callable $work ): mixed {
	global $wpdb, $stopwatch;
	if ( $stopwatch['depth'] > 0 ) {
		return $work();
	}
	$stopwatch['depth']++;
	$queries = $wpdb->num_queries;
	$began   = hrtime( true );
	try {
		return $work();
	} finally {
		$stopwatch['ms']      += ( hrtime( true ) - $began ) / 1e6;
		$stopwatch['queries'] += $wpdb->num_queries - $queries;
		$stopwatch['depth']--;
	}
}
function stopwatch_wrap(): void {
	static $wrapped = array();
	foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
		foreach ( $hook->callbacks as $priority => $callbacks ) {
			foreach ( $callbacks as $id => $callback ) {
				$call = $callback['function'];
				if ( ! $call instanceof Closure || isset( $wrapped["$name $priority $id"] ) || ! str_contains( (string) ( new ReflectionFunction( $call ) )->getFileName(), '/plugins/stock-sync-for-keycrm/' ) ) {
					continue;
				}
				$wrapped["$name $priority $id"] = true;
				$hook->callbacks[ $priority ][ $id ]['function'] = static fn ( ...$args ) => stopwatch_run( static fn () => $call( ...$args ) );
			}
		}
	}
}
add_filter( 'option_active_plugins', static function ( $plugins ) {
	$GLOBALS['stopwatch']['last'] = hrtime( true );
	return $plugins;
} );
add_action( 'plugin_loaded', static function ( $file ) {
	global $stopwatch;
	if ( str_contains( $file, '/plugins/stock-sync-for-keycrm/' ) ) {
		$stopwatch['ms'] += ( hrtime( true ) - $stopwatch['last'] ) / 1e6;
		stopwatch_wrap();
	}
	$stopwatch['last'] = hrtime( true );
} );
add_action( 'plugins_loaded', 'stopwatch_wrap', PHP_INT_MAX );
add_action( 'init', 'stopwatch_wrap', PHP_INT_MAX );
// Every page asks WooCommerce for its list of features; the plugin that asks first would be charged for it, so it is asked for beforehand.
add_action( 'before_woocommerce_init', static fn () => Automattic\WooCommerce\Utilities\FeaturesUtil::feature_is_enabled( 'custom_order_tables' ), 0 );
add_action( 'shutdown', static function () {
	if ( isset( $_GET['stopwatch'] ) ) {
		echo '<!--stopwatch:' . wp_json_encode( array( 'ms' => $GLOBALS['stopwatch']['ms'], 'queries' => $GLOBALS['stopwatch']['queries'] ) ) . '-->';
	}
} );
// A request to one of our routes, from WordPress's choosing the route to the finished answer.
add_filter( 'rest_pre_dispatch', static function ( $answer ) {
	$GLOBALS['stopwatch']['dispatch'] = hrtime( true );
	return $answer;
}, PHP_INT_MAX );
add_filter( 'rest_post_dispatch', static function ( $answer ) {
	global $stopwatch;
	$stopwatch['ms'] += ( hrtime( true ) - $stopwatch['dispatch'] ) / 1e6;
	$answer->header( 'X-Stopwatch', (string) $stopwatch['ms'] );
	return $answer;
}, PHP_INT_MAX );
