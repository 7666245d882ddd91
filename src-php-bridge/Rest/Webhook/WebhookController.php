<?php
/**
 * The address to which KeyCRM sends messages by itself.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest\Webhook;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\WebhookJson;
use KeyCrmStock\KeyCrm\Webhook\WebhookNotJson;
use KeyCrmStock\KeyCrm\Webhook\WebhookTooLarge;
use KeyCrmStock\KeyCrm\Webhook\WebhookTrial;
use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Sync\Webhook\WakeUp;
use KeyCrmStock\Sync\Webhook\WebhookReceiver;
use KeyCrmStock\Value\Webhook\TrialOutcome;
use KeyCrmStock\Value\Webhook\TrialResult;

/**
 * POST /webhook/{token}: takes a message in. KeyCRM counts it as failed unless the answer is exactly 200.
 * GET /webhook: the address, what came in last, and how KeyCRM is set up. POST /webhook-token: makes a new address.
 * POST /webhook-test: calls the address and says what came back.
 */
final class WebhookController extends Controller {

	public function __construct(
		private readonly SecretAddress $address,
		private readonly WebhookReceiver $receiver,
		private readonly WakeUp $wake_up,
		private readonly WebhookTrial $trial,
		private readonly WebhookJson $json,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/webhook/(?P<token>[A-Za-z0-9]+)', array( $this->open_route( 'POST', $this->receive( ... ) ) ) );
		register_rest_route( self::NAMESPACE, '/webhook', array( $this->route( 'GET', fn (): array => $this->json->state() ) ) );
		register_rest_route( self::NAMESPACE, '/webhook-token', array( $this->route( 'POST', fn (): array => $this->renew() ) ) );
		register_rest_route( self::NAMESPACE, '/webhook-test', array( $this->route( 'POST', fn (): array => $this->json->trial( $this->test() ) ) ) );
	}

	/**
	 * Switched off, the address is not there: KeyCRM's list of its calls then shows that they fail. A 200 would tell it
	 * that somebody listens.
	 *
	 * @return array{received: string}|\WP_Error
	 */
	private function receive( \WP_REST_Request $request ): array|\WP_Error {
		// WebhookGate has looked already, at every request that came through WordPress's own filter.
		if ( ! $this->address->is( $request->get_url_params()['token'] ?? '' ) || ! $this->receiver->is_on() ) {
			return WebhookGate::not_found();
		}
		try {
			[ $message, $is_new ] = $this->receiver->receive( (string) $request->get_body() );
			if ( $is_new ) {
				$this->wake_up->wake_after_answer();
			}
			return array( 'received' => $message->kind->value );
		} catch ( WebhookTooLarge ) {
			return new \WP_Error( 'keycrm_stock_webhook_too_large', __( 'This message is larger than 1 MiB or has more than 10,000 items, so it was not taken in.', 'stock-sync-for-keycrm' ), array( 'status' => 413 ) );
		} catch ( WebhookNotJson ) {
			return new \WP_Error( 'keycrm_stock_webhook_not_json', __( 'This message is not JSON, so it was not taken in.', 'stock-sync-for-keycrm' ), array( 'status' => 400 ) );
		}
	}

	/** @return array<string, mixed> */
	private function renew(): array {
		$this->address->renew();
		return $this->json->state();
	}

	private function test(): TrialResult {
		return $this->receiver->is_on() ? $this->trial->call( $this->address->url() ) : new TrialResult( TrialOutcome::Off );
	}
}
