<?php
/**
 * Undo of a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Sync\Undo\UndoService;
use KeyCrmStock\Text\Run\UndoText;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunTrigger;

/** GET /runs/{id}/undo: what an undo would do; POST: does it, as a run of its own. */
final class UndoController extends Controller {

	public function __construct(
		private readonly UndoService $undo,
		private readonly RunTable $runs,
		private readonly RunResponse $answer,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/runs/(?P<id>\d+)/undo',
			array(
				$this->route( 'GET', fn ( \WP_REST_Request $request ): array => $this->report( $this->found( $request ) ) ),
				$this->route( 'POST', fn ( \WP_REST_Request $request ): array|\WP_Error => $this->answer->after( fn (): Run => $this->undo->start( $this->found( $request ), RunTrigger::Person ) ) ),
			)
		);
	}

	/** @return array<string, mixed> @see src-admin/contract/run.ts undoReportSchema */
	private function report( Run $run ): array {
		$report = $this->undo->report( $run );
		return $report->to_array() + UndoText::to_array( $report, $run->side );
	}

	/** @throws NotFound */
	private function found( \WP_REST_Request $request ): Run {
		return $this->runs->find( $this->path_id( $request ) ) ?? throw NotFound::run();
	}
}
