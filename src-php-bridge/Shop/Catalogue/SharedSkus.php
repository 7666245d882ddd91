<?php
/**
 * Decides by which SKU each product is matched with KeyCRM.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Sku;

/**
 * Imports often give a variable product and one of its variations the same SKU. That is no duplicate if only one
 * of them can hold the number. A parent without a number leaves the SKU to its variation, and a variation that
 * shares its parent's number leaves it to the parent.
 *
 * @phpstan-import-type Post from CatalogueRows
 */
final class SharedSkus {

	public function __construct(
		private readonly CatalogueRows $rows,
		private readonly ProductTypes $types,
	) {}

	/**
	 * Costs a statement only where a variable product that keeps no number has an SKU.
	 *
	 * @param list<Post>                             $posts
	 * @param array<int, string>                     $types Of products, by id.
	 * @param array<int, array<string, string|null>> $meta  Parents and translations included.
	 * @param array<int, non-empty-list<int>>        $sets  Translations, by id.
	 * @return array<int, string> Trimmed, by id; '' where it has none, or leaves its SKU to the other.
	 */
	public function skus( array $posts, array $types, array $meta, array $sets ): array {
		$sku   = static fn ( int $id ): string => Sku::trim( $meta[ $id ]['_sku'] ?? '' );
		$keeps = static fn ( int $id ): bool => wc_string_to_bool( $meta[ $id ]['_manage_stock'] ?? '' );
		$skus  = array();
		$empty = array();
		foreach ( $posts as [ 'id' => $id, 'parent_id' => $parent_id ] ) {
			$skus[ $id ] = $sku( $id );
			if ( '' === $skus[ $id ] ) {
				continue;
			}
			if ( $parent_id > 0 ) {
				$skus[ $id ] = ! $keeps( $id ) && $keeps( $parent_id ) && $sku( $parent_id ) === $skus[ $id ] ? '' : $skus[ $id ];
			} elseif ( $this->types->kind_of( $types[ $id ] ?? 'simple' )->may_have_variations() && array() === array_filter( $sets[ $id ], $keeps ) ) {
				$empty[] = $id;
			}
		}
		return $this->left_to_variations( $skus, $empty, $sets );
	}

	/**
	 * @param array<int, string>              $skus
	 * @param list<int>                       $empty Products that cannot hold a number.
	 * @param array<int, non-empty-list<int>> $sets
	 * @return array<int, string>
	 */
	private function left_to_variations( array $skus, array $empty, array $sets ): array {
		if ( array() === $empty ) {
			return $skus;
		}
		$parents = array_values( array_unique( array_merge( ...array_map( static fn ( int $id ): array => $sets[ $id ], $empty ) ) ) );
		$found   = $this->rows->variation_skus( $parents );
		foreach ( $empty as $id ) {
			$of_variations = array_merge( ...array_map( static fn ( int $parent ): array => $found[ $parent ] ?? array(), $sets[ $id ] ) );
			if ( in_array( $skus[ $id ], array_map( Sku::trim( ... ), $of_variations ), true ) ) {
				$skus[ $id ] = '';
			}
		}
		return $skus;
	}
}
