<?php
/**
 * Sends requests to KeyCRM no faster than it allows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;

/** Every request takes a slot first, so endpoints need not know of the limit. */
final class ThrottledClient implements Client {

	public function __construct(
		private readonly Client $client,
		private readonly RateLimiter $limiter,
		private readonly RetryPolicy $retry,
		private readonly Clock $clock,
	) {}

	public function send( Request $request ): Response {
		$this->clock->wait_until( $this->limiter->take( $this->clock->now_ms() ) );
		$sent = $this->clock->now_ms();
		try {
			$response = $this->client->send( $request );
			$this->limiter->answered( $this->clock->now_ms() );
			return $response;
		} catch ( ApiException $error ) {
			if ( ErrorKind::RateLimited === $error->kind ) {
				$now = $this->clock->now_ms();
				$this->limiter->slow_down( $sent, $now, $now + ( $this->retry->delay_ms( 1, $error ) ?? 0 ) );
			}
			throw $error;
		}
	}
}
