<?php
/**
 * A stock level with what the shop has to do with it.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Level;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\StockLevel;
use KeyCrmStock\Value\Stock\WarehouseLevel;

/**
 * `product_id` is the shop product with the level's SKU, `twin_id` a second one: then neither may be
 * written. `written_to` is the product whose number came from this level. `listed_in` is the last run in
 * whose complete read the offer was. `gone_in` is the run that asked KeyCRM for the offer by id, and it
 * did not come. 0 stands for none. `stored_at` is when the level was stored, in unix milliseconds, so
 * KeyCRM had answered by then.
 */
final class LevelRow {

	public function __construct(
		public readonly StockLevel $level,
		public readonly ?int $product_id,
		public readonly ?int $twin_id,
		public readonly int $listed_in,
		public readonly int $stored_at,
		public readonly ?int $written_to,
		public readonly int $gone_in,
	) {}

	/** @return list<int> The products that have its SKU, as far as is known. */
	public function claimants(): array {
		return array_values( array_filter( array( $this->product_id, $this->twin_id ) ) );
	}

	public function claimed_by( ?int $product_id, ?int $twin_id ): self {
		return new self( $this->level, $product_id, $twin_id, $this->listed_in, $this->stored_at, $this->written_to, $this->gone_in );
	}

	/** @param array<string, string|null> $row */
	public static function from_row( array $row ): self {
		$number = static fn ( string $column ): ?float => isset( $row[ $column ] ) ? (float) $row[ $column ] : null;
		$id     = static fn ( string $column ): ?int => (int) $row[ $column ] > 0 ? (int) $row[ $column ] : null;
		$level  = new StockLevel(
			(int) $row['offer_id'],
			(string) $row['sku'],
			$number( 'quantity' ),
			$number( 'reserve' ),
			self::warehouses( (string) $row['warehouses'] ),
			(int) $row['read_at'],
			(string) $row['problem'],
			LevelTable::NO_SPLIT !== $row['warehouses']
		);
		return new self( $level, $id( 'product_id' ), $id( 'twin_id' ), (int) $row['listed_in'], (int) $row['stored_at'], $id( 'written_to' ), (int) $row['gone_in'] );
	}

	/** @return list<WarehouseLevel> */
	private static function warehouses( string $json ): array {
		$parts = json_decode( $json, true );
		return array_values(
			array_map(
				static fn ( array $part ): WarehouseLevel => new WarehouseLevel(
					(int) $part['id'],
					(string) $part['name'],
					(float) $part['quantity'],
					(float) $part['reserve']
				),
				is_array( $parts ) ? $parts : array()
			)
		);
	}
}
