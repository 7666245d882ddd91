<?php
/**
 * The address that a system cron calls.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\TickToken;
use KeyCrmStock\Sync\Worker;

/** GET, POST /tick/{token}: does what is due, as the queue would. 404 for a wrong token. */
final class TickController extends Controller {

	public function __construct(
		private readonly TickToken $token,
		private readonly Worker $worker,
	) {}

	public function register(): void {
		$route                        = $this->route( 'GET, POST', fn ( \WP_REST_Request $request ): array => $this->tick( $request->get_url_params()['token'] ?? '' ) );
		$route['permission_callback'] = '__return_true'; // The secret in the address is the permission.
		register_rest_route( self::NAMESPACE, '/tick/(?P<token>[A-Za-z0-9]+)', array( $route ) );
	}

	/**
	 * @return array{status: string, phase: string} Nothing that a stranger could use.
	 * @throws NotFound
	 */
	private function tick( string $token ): array {
		if ( ! $this->token->is( $token ) ) {
			throw new NotFound();
		}
		$run = $this->worker->tick();
		return array(
			'status' => $run?->status->value ?? 'idle',
			'phase'  => $run?->phase->value ?? '',
		);
	}
}
