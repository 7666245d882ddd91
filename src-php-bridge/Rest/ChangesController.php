<?php
/**
 * Changes that runs have written, planned or found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Export\ChangeJson;
use KeyCrmStock\Export\ChangeRows;
use KeyCrmStock\Export\IsoTime;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Change\ChangeSort;
use KeyCrmStock\Value\Change\ChangeDirection;
use KeyCrmStock\Value\Change\Outcome;

/**
 * - GET /changes: every number that was written, newest first
 * - GET /runs/{id}/changes: what that run wrote, planned, or found to need attention
 *
 * Both take page, per_page, outcome, direction, from, until, product, search (name or SKU), order_by,
 * order, and format=csv for the whole list as a file.
 */
final class ChangesController extends Controller {

	public function __construct(
		private readonly ChangeLog $log,
		private readonly ChangeJson $json,
		private readonly ChangeRows $csv,
	) {}

	public function register( RouteArguments $arguments ): void {
		foreach ( array( '/changes', '/runs/(?P<id>\d+)/changes' ) as $path ) {
			register_rest_route( self::NAMESPACE, $path, array( $this->route( 'GET', fn ( \WP_REST_Request $request ): array|\WP_REST_Response => $this->answer( $request ), $arguments->for_route( 'changes' ) ) ) );
		}
	}

	/** @return array<string, mixed>|\WP_REST_Response */
	private function answer( \WP_REST_Request $request ): array|\WP_REST_Response {
		$filter = new ChangeFilter(
			$this->path_id( $request ),
			Outcome::tryFrom( (string) $request['outcome'] ),
			ChangeDirection::tryFrom( (string) $request['direction'] ),
			trim( mb_scrub( (string) $request['search'], 'UTF-8' ) ),
			IsoTime::ms( (string) $request['from'] ),
			IsoTime::ms( (string) $request['until'] ),
			(int) $request['product']
		);
		if ( 'csv' === $request['format'] ) {
			return CsvResponse::download( 'keycrm-stock-changes.csv', $this->csv->rows( $filter ) );
		}
		$page     = (int) $request['page'];
		$per_page = (int) $request['per_page'];
		$sort     = ChangeSort::tryFrom( (string) $request['order_by'] ) ?? ChangeSort::Time;
		// For all runs the newest change comes first; for one run they stand as the run went through the shop.
		$direction = '' === $request['order'] ? ( 0 === $filter->run_id ? 'desc' : 'asc' ) : (string) $request['order'];
		return array(
			'items'    => $this->json->export( $this->log->page( $filter, $sort, $direction, $page, $per_page ) ),
			'total'    => $this->log->count( $filter ),
			'page'     => $page,
			'per_page' => $per_page,
		);
	}
}
