<?php
/**
 * What all of the plugin's REST controllers share.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Input\RouteArguments;

abstract class Controller {

	protected const NAMESPACE = 'keycrm-stock/v1';

	/** Adds the routes; called on `rest_api_init`. */
	abstract public function register( RouteArguments $arguments ): void;

	/** The same for every route that the screen uses. */
	public function may_manage(): bool {
		return current_user_can( 'manage_woocommerce' );
	}

	/**
	 * @param callable( \WP_REST_Request<array<string, mixed>> ): (array<string, mixed>|\WP_Error|\WP_REST_Response) $handler May also throw.
	 * @param array<string, mixed> $args As for register_rest_route().
	 * @return array<string, mixed>
	 */
	protected function route( string $methods, callable $handler, array $args = array() ): array {
		return array(
			'methods'             => $methods,
			'permission_callback' => array( $this, 'may_manage' ),
			'args'                => $args,
			'callback'            => static function ( \WP_REST_Request $request ) use ( $handler ): \WP_REST_Response|\WP_Error {
				try {
					$answer = $handler( $request );
					return ! is_array( $answer ) ? $answer : self::uncached( new \WP_REST_Response( $answer ) );
				} catch ( \Throwable $error ) {
					return ErrorResponse::from_error( $error );
				}
			},
		);
	}

	/**
	 * The same for an address whose secret is the permission.
	 *
	 * @param callable( \WP_REST_Request<array<string, mixed>> ): (array<string, mixed>|\WP_Error|\WP_REST_Response) $handler Must check the secret. May also throw.
	 * @return array<string, mixed>
	 */
	protected function open_route( string $methods, callable $handler ): array {
		return array( 'permission_callback' => '__return_true' ) + $this->route( $methods, $handler );
	}

	/** Caches in front of the site must not keep answers that change every second. */
	private static function uncached( \WP_REST_Response $response ): \WP_REST_Response {
		$response->header( 'Cache-Control', 'no-store' );
		return $response;
	}

	/** The id in the route's path. WordPress would prefer a parameter of that name in the query or the body. */
	protected function path_id( \WP_REST_Request $request ): int {
		// The route allows digits only. Too many of them become the largest integer, which no row has as its id.
		return (int) ( $request->get_url_params()['id'] ?? 0 );
	}
}
