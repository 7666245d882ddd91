<?php
/**
 * KeyCRM's levels with one SKU.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Match;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;

final class LevelsOfSku {

	/**
	 * @param list<LevelRow> $seen    Levels that this run has seen.
	 * @param list<LevelRow> $earlier Levels that only earlier reads have seen.
	 */
	private function __construct( public readonly array $seen, private readonly array $earlier ) {}

	/**
	 * @param list<LevelRow>             $rows
	 * @param \Closure( LevelRow ): bool $is_seen
	 */
	public static function from_rows( array $rows, \Closure $is_seen ): self {
		return new self(
			array_values( array_filter( $rows, $is_seen ) ),
			array_values( array_filter( $rows, static fn ( LevelRow $row ): bool => ! $is_seen( $row ) ) )
		);
	}

	/** The level that last belonged to this product, if KeyCRM has none with its SKU now. */
	public function lost_by( ShopProduct $product ): ?LevelRow {
		$levels = array_values( array_filter( $this->earlier, static fn ( LevelRow $row ): bool => in_array( $row->product_id, $product->translations, true ) ) );
		usort( $levels, static fn ( LevelRow $one, LevelRow $other ): int => $other->level->read_at <=> $one->level->read_at );
		return array() === $this->seen ? $levels[0] ?? null : null;
	}
}
