<?php
/**
 * The address that a system cron calls.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Sync\Run\Worker;

/**
 * GET, POST /tick/{token}: does the work that is due, as the queue would. 404 for a wrong token.
 * POST /tick-token: makes a new token and answers the new address.
 */
final class TickController extends Controller {

	public function __construct(
		private readonly SecretAddress $address,
		private readonly Worker $worker,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/tick/(?P<token>[A-Za-z0-9]+)', array( $this->open_route( 'GET, POST', fn ( \WP_REST_Request $request ): array => $this->tick( $request->get_url_params()['token'] ?? '' ) ) ) );
		register_rest_route( self::NAMESPACE, '/tick-token', array( $this->route( 'POST', fn (): array => $this->renew() ) ) );
	}

	/** @return array{tick_url: string} */
	private function renew(): array {
		$this->address->renew();
		return array( 'tick_url' => $this->address->url() );
	}

	/**
	 * @return array{status: string, phase: string} Contains nothing that a stranger could use.
	 * @throws NotFound
	 */
	private function tick( string $token ): array {
		self::keep_out_of_caches();
		if ( ! $this->address->is( $token ) ) {
			throw NotFound::address();
		}
		$run = $this->worker->tick();
		return array(
			'status' => $run?->status->value ?? 'idle',
			'phase'  => $run?->phase->value ?? '',
		);
	}

	/**
	 * A cache that keeps REST answers would swallow later calls. So we send headers, set a constant that most page
	 * caches respect, and fire an action of LiteSpeed's.
	 */
	private static function keep_out_of_caches(): void {
		defined( 'DONOTCACHEPAGE' ) || define( 'DONOTCACHEPAGE', true );
		do_action( 'litespeed_control_set_nocache', 'Stock Sync for KeyCRM: a call of the scheduler' );
		nocache_headers();
	}
}
