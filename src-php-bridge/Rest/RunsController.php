<?php
/**
 * Runs: start, read, advance, cancel, confirm, apply.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\RunJson;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Sync\Run\Worker;
use KeyCrmStock\Sync\Webhook\WakeUp;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunTrigger;

/**
 * - GET /runs (page, per_page), POST /runs (mode): 409 with the active run as `data.run`
 * - GET /runs/{id}; DELETE /runs/{id}: cancels it, or discards one that waits for a decision
 * - POST /runs/{id}/step: works for a few seconds. If another worker holds the run, it only answers the run's state
 * - POST /runs/{id}/confirm, POST /runs/{id}/apply
 */
final class RunsController extends Controller {

	public function __construct(
		private readonly RunService $service,
		private readonly RunTable $runs,
		private readonly Worker $worker,
		private readonly WakeUp $wake_up,
		private readonly RunJson $json,
		private readonly RunResponse $answer,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/runs',
			array(
				$this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->page( (int) $request['page'], (int) $request['per_page'], (bool) $request['refreshes'] ), $arguments->for_route( 'runs' ) ),
				$this->route( 'POST', fn ( \WP_REST_Request $request ): array|\WP_Error => $this->start( RunMode::from( (string) $request['mode'] ) ), $arguments->for_route( 'run_start' ) ),
			)
		);
		register_rest_route(
			self::NAMESPACE,
			'/runs/(?P<id>\d+)',
			array(
				$this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->json->export( $this->found( $request ) ) ),
				$this->route( 'DELETE', fn ( \WP_REST_Request $request ): array => $this->json->export( $this->ended( $this->service->cancel( $this->found( $request )->id ) ) ) ),
			)
		);
		$this->action( 'step', fn ( Run $run ): Run => $this->stepped( $run ) );
		$this->action( 'confirm', fn ( Run $run ): Run => $this->service->confirm( $run->id ) );
		$this->action( 'apply', fn ( Run $run ): Run => $this->service->apply( $run->id ) );
	}

	private function stepped( Run $run ): Run {
		return $this->ended( $this->worker->step_for_screen( $run ) );
	}

	/** While a refresh was a person's to decide or to carry on, what has changed since then waited. */
	private function ended( Run $run ): Run {
		if ( RunTable::REFRESH === $run->lane && ! $run->status->is_active() ) {
			$this->wake_up->hand_over_after_answer();
		}
		return $run;
	}

	/** @param callable( Run ): Run $handler */
	private function action( string $name, callable $handler ): void {
		register_rest_route(
			self::NAMESPACE,
			'/runs/(?P<id>\d+)/' . $name,
			array( $this->route( 'POST', fn ( \WP_REST_Request $request ): array|\WP_Error => $this->answer->after( fn (): Run => $handler( $this->found( $request ) ) ) ) )
		);
	}

	/** @return array<string, mixed>|\WP_Error */
	private function start( RunMode $mode ): array|\WP_Error {
		return $this->answer->after( fn (): Run => $this->service->start( $mode, RunTrigger::Person ) );
	}

	/** @return array<string, mixed> */
	private function page( int $page, int $per_page, bool $with_refreshes ): array {
		return array(
			'items'    => array_map( $this->json->export( ... ), $this->runs->page( $page, $per_page, $with_refreshes ) ),
			'total'    => $this->runs->count( $with_refreshes ),
			'page'     => $page,
			'per_page' => $per_page,
		);
	}

	/** @throws NotFound */
	private function found( \WP_REST_Request $request ): Run {
		return $this->runs->find( $this->path_id( $request ) ) ?? throw NotFound::run();
	}
}
