<?php
/**
 * Products that are one product in several languages (WPML, Polylang).
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;

/** Plain SQL, so that no language filter of these plugins narrows the result. */
final class Translations {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $ids
	 * @return array<int, non-empty-list<int>> For each id its whole translation set, itself included, ascending.
	 */
	public function groups( array $ids ): array {
		$groups = array();
		foreach ( $ids as $id ) {
			$groups[ $id ] = array( $id );
		}
		foreach ( $this->pairs( $ids ) as [ $id, $sibling ] ) {
			$groups[ $id ][] = $sibling;
		}
		foreach ( $groups as $id => $group ) {
			$group = array_values( array_unique( $group ) );
			sort( $group );
			$groups[ $id ] = $group;
		}
		return $groups;
	}

	/** A query for ids, extended to the ids' translations. */
	public function with_translations( string $question ): string {
		$pairs = $this->statement( $question );
		return '' === $pairs ? $question : "{$question} UNION SELECT pairs.sibling FROM ( {$pairs} ) pairs";
	}

	/**
	 * @param list<int> $ids
	 * @return list<array{int, int}>
	 */
	private function pairs( array $ids ): array {
		$statement = array() === $ids ? '' : $this->statement( Database::in( $ids ) );
		if ( '' === $statement ) {
			return array();
		}
		return array_map( static fn ( array $row ): array => array( (int) $row[0], (int) $row[1] ), $this->database->lists( $statement ) );
	}

	private function statement( string $ids ): string {
		if ( defined( 'ICL_SITEPRESS_VERSION' ) ) {
			return "SELECT one.element_id AS id, other.element_id AS sibling
				FROM {$this->database->names->prefix}icl_translations one
				JOIN {$this->database->names->prefix}icl_translations other ON other.trid = one.trid AND other.element_type = one.element_type
				WHERE one.element_type IN ( 'post_product', 'post_product_variation' ) AND one.element_id IN ( {$ids} ) AND other.element_id > 0";
		}
		if ( defined( 'POLYLANG_VERSION' ) ) {
			return "SELECT one.object_id AS id, other.object_id AS sibling
				FROM {$this->database->names->term_relationships} one
				JOIN {$this->database->names->term_taxonomy} tt ON tt.term_taxonomy_id = one.term_taxonomy_id AND tt.taxonomy = 'post_translations'
				JOIN {$this->database->names->term_relationships} other ON other.term_taxonomy_id = one.term_taxonomy_id
				WHERE one.object_id IN ( {$ids} )";
		}
		return '';
	}
}
