<?php
/**
 * How things stand, at a glance.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Sync\Lookout;

/** GET /runs/current: the active run or the last one, the last good one, and when the next comes. */
final class CurrentRunController extends Controller {

	public function __construct(
		private readonly Lookout $lookout,
		private readonly RunJson $json,
	) {}

	public function register(): void {
		register_rest_route( self::NAMESPACE, '/runs/current', array( $this->route( 'GET', fn (): array => $this->current() ) ) );
	}

	/** @return array<string, mixed> */
	private function current(): array {
		$now = $this->lookout->look();
		return array(
			'run'             => null === $now->run ? null : $this->json->of( $now->run ),
			'last_success'    => null === $now->last_success ? null : $this->json->of( $now->last_success ),
			'next_at'         => Time::iso( $now->next_at ),
			'overdue_seconds' => $now->overdue_seconds,
			'now'             => Time::iso( $now->now_ms ),
		);
	}
}
