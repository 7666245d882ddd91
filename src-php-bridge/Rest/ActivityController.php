<?php
/**
 * The activity of the last hours.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Store\Run\HourlyActivity;
use KeyCrmStock\Text\ActivityText;
use KeyCrmStock\Value\Run\RunTrigger;

/** GET /activity (hours): numbers written and runs failed in each of the last hours, oldest first. */
final class ActivityController extends Controller {

	public function __construct(
		private readonly HourlyActivity $activity,
		private readonly Clock $clock,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/activity', array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->answer( (int) $request['hours'] ), $arguments->for_route( 'activity' ) ) ) );
	}

	/** @return array<string, mixed> @see src-admin/contract/activity.ts activitySchema */
	private function answer( int $hours ): array {
		$now       = $this->clock->now_ms();
		$refreshed = $this->activity->refreshed_since( $now - HOUR_IN_SECONDS * 1000 );
		return array(
			'items'     => array_map(
				static fn ( array $hour ): array => array( 'at' => IsoTime::iso( $hour['at'] ) ) + $hour,
				$this->activity->by_hour( $now, $hours )
			),
			'last_hour' => ActivityText::last_hour( $refreshed[ RunTrigger::Webhook->value ] ?? 0, $refreshed[ RunTrigger::Schedule->value ] ?? 0 ),
		);
	}
}
