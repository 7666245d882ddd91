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
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Run\Budget;
use KeyCrmStock\Value\Stock\WarehouseLevel;

/**
 * GET /warehouses: those seen so far. POST /warehouses (page): asks KeyCRM now, from that page on, for
 * a few seconds, and says on which page to go on.
 */
final class WarehousesController extends Controller {

	/** Levels from which the example is chosen, since not each of them is sold in the shop. */
	private const CANDIDATES = 50;

	public function __construct(
		private readonly StockEndpoint $stocks,
		private readonly LevelTable $levels,
		private readonly WarehouseList $warehouses,
		private readonly Catalogue $catalogue,
		private readonly Clock $clock,
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
		return array(
			'items'     => $this->warehouses->all(),
			'next_page' => $next_page,
			'pages'     => $pages,
			'examples'  => $this->examples(),
		);
	}

	/** @return list<array<string, mixed>> One product of the shop if possible, else one of KeyCRM's. */
	private function examples(): array {
		$rows  = $this->levels->examples( self::CANDIDATES );
		$names = $this->catalogue->names_by_sku( array_map( static fn ( LevelRow $row ): string => $row->level->sku, $rows ) );
		usort( $rows, static fn ( LevelRow $one, LevelRow $other ): int => isset( $names[ 'sku:' . $other->level->sku ] ) <=> isset( $names[ 'sku:' . $one->level->sku ] ) );
		return array_map(
			static fn ( LevelRow $row ): array => array(
				'product_name' => $names[ 'sku:' . $row->level->sku ] ?? '',
				'sku'          => $row->level->sku,
				'warehouses'   => array_map( static fn ( WarehouseLevel $level ): array => $level->to_array(), $row->level->warehouses ),
			),
			array_slice( $rows, 0, 1 )
		);
	}
}
