<?php
/**
 * Which products are excluded, by their own mark or by a category's.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Exclusion;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\CatalogueRows;

/** Marked products, and products in a marked category or in one below it. Costs no statement if no category is marked. */
final class ExcludedCategories {

	public function __construct(
		private readonly Database $database,
		private readonly CatalogueRows $rows,
	) {}

	/**
	 * @param list<int>        $product_ids
	 * @param array<int, bool> $marks       By product.
	 * @param list<int>        $categories  Marked ones.
	 * @return array<int, true> By product; a variation has no categories of its own: ask for its product too.
	 */
	public function among( array $product_ids, array $marks, array $categories ): array {
		$found = array_fill_keys( array_keys( array_filter( $marks ) ), true );
		return array() === $categories ? $found : $found + array_fill_keys( $this->members( $product_ids, $categories ), true );
	}

	/** @return list<int> Marked categories and those below them. */
	public function categories(): array {
		$marked = $this->rows->marked_categories( Catalogue::EXCLUDED );
		if ( array() === $marked ) {
			return array();
		}
		$above = array();
		foreach ( $this->tree( array() ) as [ $category, $parent ] ) {
			$above[ (int) $category ] = (int) $parent;
		}
		return array_values( array_filter( array_keys( $above ), fn ( int $category ): bool => $this->is_below( $category, $marked, $above ) ) );
	}

	/**
	 * @param list<int>           $product_ids
	 * @param non-empty-list<int> $marked
	 * @return list<int>
	 */
	private function members( array $product_ids, array $marked ): array {
		$above  = array();
		$within = array();
		foreach ( $this->tree( $product_ids ) as [ $category, $parent, $product_id ] ) {
			$above[ (int) $category ] = (int) $parent;
			if ( null !== $product_id ) {
				$within[ (int) $category ][] = (int) $product_id;
			}
		}
		$members = array();
		foreach ( $within as $category => $products ) {
			if ( $this->is_below( $category, $marked, $above ) ) {
				array_push( $members, ...$products );
			}
		}
		return $members;
	}

	/**
	 * Whether the category or one above it is marked.
	 *
	 * @param non-empty-list<int> $marked
	 * @param array<int, int>     $above
	 */
	private function is_below( int $category, array $marked, array $above ): bool {
		$path = array();
		// A damaged tree may contain a circle.
		for ( $at = $category; isset( $above[ $at ] ) && ! isset( $path[ $at ] ); $at = $above[ $at ] ) {
			if ( in_array( $at, $marked, true ) ) {
				return true;
			}
			$path[ $at ] = true;
		}
		return false;
	}

	/**
	 * @param list<int> $product_ids
	 * @return list<list<string|null>> Every category with the one above it, and once more for each of the products in it.
	 */
	private function tree( array $product_ids ): array {
		$in = Database::in( $product_ids );
		return $this->database->lists(
			"SELECT tt.term_id, tt.parent, tr.object_id FROM {$this->database->names->term_taxonomy} tt
			LEFT JOIN {$this->database->names->term_relationships} tr ON tr.term_taxonomy_id = tt.term_taxonomy_id AND tr.object_id IN ( {$in} )
			WHERE tt.taxonomy = 'product_cat'"
		);
	}
}
