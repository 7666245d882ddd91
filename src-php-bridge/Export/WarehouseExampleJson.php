<?php
/**
 * A product of the account with its quantities by warehouse, on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Sync\Push\LeadingShopQuantities;
use KeyCrmStock\Text\Help\DirectionText;
use KeyCrmStock\Value\Stock\WarehouseLevel;

/** @see src-admin/contract/connection.ts exampleSchema */
final class WarehouseExampleJson {

	/** Levels from which the example is chosen, since not each of them is sold in the shop. */
	private const CANDIDATES = 50;

	public function __construct(
		private readonly LevelTable $levels,
		private readonly Catalogue $catalogue,
	) {}

	/**
	 * @param list<array{id: int, name: string}> $warehouses All that are known.
	 * @return list<array<string, mixed>> One product of the shop if possible, else one of KeyCRM's.
	 */
	public function examples( array $warehouses ): array {
		$rows  = $this->levels->examples( self::CANDIDATES );
		$names = $this->catalogue->names_by_sku( array_map( static fn ( LevelRow $row ): string => $row->level->sku, $rows ) );
		usort( $rows, static fn ( LevelRow $one, LevelRow $other ): int => isset( $names[ 'sku:' . $other->level->sku ] ) <=> isset( $names[ 'sku:' . $one->level->sku ] ) );
		return array_map(
			fn ( LevelRow $row ): array => array(
				'product_name' => $names[ 'sku:' . $row->level->sku ] ?? '',
				'sku'          => $row->level->sku,
				'warehouses'   => array_map( static fn ( WarehouseLevel $level ): array => $level->to_array(), $row->level->warehouses ),
				'pushed'       => isset( $names[ 'sku:' . $row->level->sku ] ) ? $this->pushed( $row, $warehouses, $names[ 'sku:' . $row->level->sku ] ) : array(),
			),
			array_slice( $rows, 0, 1 )
		);
	}

	/**
	 * @param list<array{id: int, name: string}> $warehouses
	 * @return list<array{warehouse_id: int, text: string}> What each warehouse would get of it if the shop kept the stock.
	 */
	private function pushed( LevelRow $row, array $warehouses, string $name ): array {
		$product = $this->catalogue->by_skus( array( $row->level->sku ) )[0] ?? null;
		return null === $product?->stock ? array() : array_map(
			static fn ( array $warehouse ): array => array(
				'warehouse_id' => $warehouse['id'],
				'text'         => self::sentence( $row, $product, $product->stock, $warehouse, $name ),
			),
			$warehouses
		);
	}

	/** @param array{id: int, name: string} $warehouse */
	private static function sentence( LevelRow $row, ShopProduct $product, float $stock, array $warehouse, string $name ): string {
		$gets = ( new LeadingShopQuantities( $warehouse['id'], $warehouse['name'] ) )->pushed( $product, $row, $stock );
		return DirectionText::example( $name, $row->level->sku, $gets->quantities[0] );
	}
}
