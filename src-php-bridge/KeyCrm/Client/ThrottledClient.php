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

final class ThrottledClient {

	public function __construct(
		private readonly RateLimiter $limiter,
		private readonly RetryPolicy $retry,
		private readonly Clock $clock,
	) {}

	/**
	 * One request.
	 *
	 * @template T
	 * @param callable( int ): T $request Called with the unix milliseconds at which it is sent.
	 * @return T
	 * @throws WaitRequired     Before the request, where the next slot is far away.
	 * @throws ApiException After it.
	 */
	public function send( callable $request ): mixed {
		$this->clock->wait_until( $this->limiter->take( $this->clock->now_ms() ) );
		$sent = $this->clock->now_ms();
		try {
			$answer = $request( $sent );
			$this->limiter->answered( $this->clock->now_ms() );
			return $answer;
		} catch ( ApiException $error ) {
			if ( ErrorKind::RateLimited === $error->kind ) {
				$now = $this->clock->now_ms();
				$this->limiter->slow_down( $sent, $now, $now + ( $this->retry->delay_ms( 1, $error ) ?? 0 ) );
			}
			throw $error;
		}
	}
}
