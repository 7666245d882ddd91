<?php
/**
 * The address at which the shop wakes itself up.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Rest\NotFound;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Sync\Webhook\WakeUp;

/** POST /wake-up/{token}: reads the offers that wait, for some seconds. 404 for a wrong token. The caller does not wait for the answer. */
final class WakeUpController extends Controller {

	public function __construct(
		private readonly SecretAddress $address,
		private readonly WakeUp $wake_up,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/wake-up/(?P<token>[A-Za-z0-9]+)', array( $this->open_route( 'POST', fn ( \WP_REST_Request $request ): array => $this->work( $request->get_url_params()['token'] ?? '' ) ) ) );
	}

	/**
	 * @return array{awake: bool} Contains nothing that a stranger could use.
	 * @throws NotFound
	 */
	private function work( string $token ): array {
		if ( ! $this->address->is( $token ) ) {
			throw NotFound::address();
		}
		ignore_user_abort( true );
		$this->wake_up->note_arrival();
		$this->wake_up->work();
		return array( 'awake' => true );
	}
}
