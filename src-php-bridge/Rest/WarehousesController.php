<?php
/**
 * The warehouses that KeyCRM's levels name.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Export\WarehouseExampleJson;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Push\EmptyKeyCrm;
use KeyCrmStock\Sync\Run\Budget;
use KeyCrmStock\Text\Help\FillText;

/**
 * GET /warehouses: those seen so far. POST /warehouses (page): asks KeyCRM now, from that page on, for
 * a few seconds, and says on which page to go on.
 */
final class WarehousesController extends Controller {

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly Clock $clock,
		private readonly WarehouseExampleJson $example,
		private readonly EmptyKeyCrm $empty,
	) {}

	public function register( RouteArguments $arguments ): void {
		register_rest_route(
			self::NAMESPACE,
			'/warehouses',
			array(
				$this->route( 'GET', fn (): array => $this->answer( 0, 0 ) ),
				$this->route( 'POST', fn ( \WP_REST_Request $request ): array => $this->look( (int) $request['page'] ), $arguments->for_route( 'warehouses' ) ),
			)
		);
	}

	/** @return array<string, mixed> */
	private function look( int $page ): array {
		$budget = Budget::for_screen( $this->clock->now_ms() );
		$last   = $page;
		do {
			try {
				$answer = $this->stocks->page( StockQuery::all( $page ) );
			} catch ( WaitRequired $wait ) {
				if ( $last === $page ) {
					throw $wait;
				}
				break;
			}
			$this->levels->store( $answer->levels, 0 );
			$this->warehouses->add( $answer->warehouse_names() );
			$last = $answer->last_page;
			++$page;
		} while ( $page <= $last && $budget->has_room( $this->clock->now_ms() ) );
		return $this->answer( $page <= $last ? $page : 0, $last );
	}

	/** @return array<string, mixed> @see src-admin/contract/connection.ts warehousesSchema */
	private function answer( int $next_page, int $pages ): array {
		$items = $this->warehouses->all();
		return array(
			'items'     => $items,
			'next_page' => $next_page,
			'pages'     => $pages,
			'examples'  => $this->example->examples( $items ),
			// While the search goes on, the next page may name some stock.
			'fill'      => 0 === $next_page && $this->empty->is_fillable( $pages > 0 ) ? FillText::offer() : null,
		);
	}
}
