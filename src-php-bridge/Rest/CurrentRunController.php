<?php
/**
 * How things stand, at a glance.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\RunTable;
use KeyCrmStock\Sync\Clock;
use KeyCrmStock\Sync\Overdue;
use KeyCrmStock\Sync\Schedule;
use KeyCrmStock\Value\RunMode;
use KeyCrmStock\Value\RunStatus;

/** GET /runs/current: the active run or the last one, the last good one, and when the next comes. */
final class CurrentRunController extends Controller {

	public function __construct(
		private readonly RunTable $runs,
		private readonly Schedule $schedule,
		private readonly RunJson $json,
		private readonly Clock $clock,
	) {}

	public function register(): void {
		register_rest_route( self::NAMESPACE, '/runs/current', array( $this->route( 'GET', fn (): array => $this->current() ) ) );
	}

	/** @return array<string, mixed> */
	private function current(): array {
		$now  = $this->clock->now_ms();
		$run  = $this->runs->active() ?? $this->runs->latest();
		$good = $this->runs->latest_of( RunStatus::Succeeded, RunMode::Sync );
		$next = $this->schedule->next_at();
		return array(
			'run'             => null === $run ? null : $this->json->of( $run ),
			'last_success'    => null === $good ? null : $this->json->of( $good ),
			'next_at'         => Time::iso( $next ),
			'overdue_seconds' => Overdue::seconds( $next, $run, $now ),
			'now'             => Time::iso( $now ),
		);
	}
}
