<?php
/**
 * The run under way or the last one, and the facts about the sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\FactsJson;
use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Export\OrdersStateJson;
use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Sync\Status\SyncStatusReader;

/** GET /runs/current: the active run or the last one, the last good one, when the next comes, and the facts made of them. */
final class CurrentRunController extends Controller {

	public function __construct(
		private readonly SyncStatusReader $status_reader,
		private readonly RunJson $json,
		private readonly FactsReader $facts,
		private readonly FactsJson $facts_json,
		private readonly OrdersStateJson $orders,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route( self::NAMESPACE, '/runs/current', array( $this->route( 'GET', fn (): array => $this->current() ) ) );
	}

	/** @return array<string, mixed> */
	private function current(): array {
		$now = $this->status_reader->read();
		return array(
			'run'             => null === $now->run ? null : $this->json->export( $now->run ),
			'last_success'    => null === $now->last_success ? null : $this->json->export( $now->last_success ),
			'next_at'         => IsoTime::iso( $now->next_at ),
			'overdue_seconds' => $now->overdue_seconds,
			'facts'           => $this->facts_json->to_array( $this->facts->from_situation( $now ) ),
			'orders'          => $this->orders->current(),
			'now'             => IsoTime::iso( $now->now_ms ),
		);
	}
}
