<?php
/**
 * Test-only mu-plugin: with the shop's secret a test can act as any user, sign in, and run code.
 *
 * It is copied into the sites that tests/support makes, never into the plugin.
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

/**
 * Runs code and returns its value; each warning is an error.
 *
 * @return array{ok: bool, value?: mixed, error?: string, output: string}
 */
function test_bridge_run( string $code ): array {
	$warnings = array();
	set_error_handler(
		static function ( int $level, string $message, string $file, int $line ) use ( &$warnings ): bool {
			$ours = str_contains( $file, 'stock-sync-for-keycrm' ) || str_contains( $file, 'eval()' );
			if ( ( error_reporting() & $level ) && ( $ours || ! ( $level & ( E_DEPRECATED | E_USER_DEPRECATED ) ) ) ) {
				$warnings[] = "$message in $file:$line";
			}
			return true;
		}
	);
	ob_start();
	$result = array( 'ok' => true );
	try {
		$result['value'] = ( static fn() => eval( $code ) )();
	} catch ( Throwable $error ) {
		$result = array(
			'ok'    => false,
			'error' => get_class( $error ) . ': ' . $error->getMessage() . ' in ' . $error->getFile() . ':' . $error->getLine() . "\n" . $error->getTraceAsString(),
		);
	} finally {
		restore_error_handler();
	}
	$result['output'] = (string) ob_get_clean();
	if ( $warnings && $result['ok'] ) {
		$result = array(
			'ok'     => false,
			'error'  => 'PHP said: ' . implode( "\n", $warnings ),
			'output' => $result['output'],
		);
	}
	return $result;
}

function test_bridge_encode( array $result ): string {
	return (string) json_encode( $result, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE );
}

// No test may depend on a host outside this machine. Names under .invalid never resolve.
add_filter(
	'pre_http_request',
	static function ( $answer, array $args, string $url ) {
		$host = (string) wp_parse_url( $url, PHP_URL_HOST );
		if ( 'api.wordpress.org' === $host && str_contains( $url, '/update-check/' ) ) {
			return array(
				'headers'  => array(),
				'body'     => '{"offers":[],"plugins":[],"themes":[],"no_update":[],"translations":[]}',
				'response' => array( 'code' => 200, 'message' => 'OK' ),
				'cookies'  => array(),
				'filename' => null,
			);
		}
		$open = in_array( $host, array( '127.0.0.1', 'localhost' ), true ) || str_ends_with( $host, '.invalid' );
		return $open ? $answer : new WP_Error( 'http_request_not_executed', "Tests do not call $host." );
	},
	PHP_INT_MAX,
	3
);

// No page may search for updates either.
foreach ( array( 'core', 'plugins', 'themes' ) as $test_what ) {
	add_filter(
		"pre_site_transient_update_$test_what",
		static fn() => (object) array(
			'last_checked'    => time(),
			'version_checked' => $GLOBALS['wp_version'],
			'updates'         => array(),
			'response'        => array(),
			'checked'         => array(),
		)
	);
}

// With WP-Cron off, Action Scheduler must not start itself from the end of an admin request either.
if ( defined( 'DISABLE_WP_CRON' ) && DISABLE_WP_CRON ) {
	add_filter( 'action_scheduler_allow_async_request_runner', '__return_false', PHP_INT_MAX );
}

if ( isset( $_GET['test_login'] ) && hash_equals( TEST_SECRET, (string) $_GET['test_login'] ) ) {
	add_action(
		'init',
		static function (): void {
			$user = get_user_by( 'login', (string) ( $_GET['as'] ?? 'admin' ) );
			wp_set_auth_cookie( $user->ID, true );
			wp_safe_redirect( admin_url( (string) ( $_GET['to'] ?? '' ) ) );
			exit;
		}
	);
}

if ( ! hash_equals( TEST_SECRET, (string) ( $_SERVER['HTTP_X_TEST_SECRET'] ?? '' ) ) ) {
	return;
}

if ( isset( $_SERVER['HTTP_X_TEST_USER'] ) ) {
	add_filter(
		'determine_current_user',
		static function () {
			$user = get_user_by( 'login', (string) $_SERVER['HTTP_X_TEST_USER'] );
			return $user ? $user->ID : 0;
		},
		PHP_INT_MAX
	);

	/** Replaces WordPress's function, because it reads a cookie, and these requests have none. */
	function auth_redirect(): void {
		is_user_logged_in() || wp_die( 'Not signed in.', '', 403 );
	}
}

if ( isset( $_SERVER['HTTP_X_TEST_PHP'] ) ) {
	add_action(
		'wp_loaded',
		static function (): void {
			$answered = false;
			register_shutdown_function(
				static function () use ( &$answered ): void {
					if ( ! $answered ) {
						$last = error_get_last();
						ob_get_level() && ob_end_clean();
						http_response_code( 500 );
						echo test_bridge_encode(
							array(
								'ok'     => false,
								'error'  => $last ? "{$last['message']} in {$last['file']}:{$last['line']}" : 'The code ended the request.',
								'output' => '',
							)
						);
					}
				}
			);
			$result   = test_bridge_run( (string) file_get_contents( 'php://input' ) );
			$answered = true;
			header( 'Content-Type: application/json' );
			echo test_bridge_encode( $result );
			exit;
		},
		PHP_INT_MAX
	);
}
