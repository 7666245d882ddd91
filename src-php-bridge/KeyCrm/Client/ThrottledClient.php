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

	/** How often a slot is left to an urgent run before this one is taken all the same: some three seconds. */
	private const MOST_YIELDS = 12;

	/** A slot that was waited for and not used yet, unix milliseconds. */
	private ?int $held = null;

	public function __construct(
		private readonly Client $client,
		private readonly RateLimiter $limiter,
		private readonly RetryPolicy $retry,
		private readonly Clock $clock,
	) {}

	public function wait_for_slot( bool $ahead = false ): void {
		$this->held ??= $this->slot( $ahead );
		$this->clock->wait_until( $this->held );
	}

	public function send( Request $request ): Response {
		$this->wait_for_slot();
		$this->held = null;

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

	/** @throws WaitRequired */
	private function slot( bool $ahead ): int {
		$yields = 0;
		do {
			$now  = $this->clock->now_ms();
			$slot = $this->limiter->take( $now, $yields++ < self::MOST_YIELDS, $ahead );
			null === $slot && $this->clock->wait_until( $now + RateLimiter::YIELD_MS );
		} while ( null === $slot );
		return $slot;
	}
}
