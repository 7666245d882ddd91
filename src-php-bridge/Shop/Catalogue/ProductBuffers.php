<?php
/**
 * The buffers that products, variations and categories have of their own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Stock\Buffer;
use KeyCrmStock\Value\Stock\BufferSource;

/**
 * Three statements a page, four where categories have buffers, past every cache, so that a changed buffer
 * counts at once. A variation without one takes its parent product's, a category without one that of the
 * category above it. If several categories of a product have one, the largest counts: too little on sale
 * is better than too much. A buffer on a translation in the trash does not count.
 */
final class ProductBuffers {

	public function __construct( private readonly Database $database ) {}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, Buffer> Products for which only the shop's buffer counts are missing.
	 */
	public function for_products( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$in         = Database::in( $product_ids );
		$own        = $this->entered( "SELECT m.post_id, m.meta_value FROM {$this->database->names->posts} p
			JOIN {$this->database->names->postmeta} m ON m.post_id = p.ID AND m.meta_key = %s
			WHERE p.ID IN ( {$in} ) AND p.post_status <> 'trash' ORDER BY m.meta_id" );
		$parents    = $this->entered( "SELECT p.ID, m.meta_value FROM {$this->database->names->posts} p
			JOIN {$this->database->names->postmeta} m ON m.post_id = p.post_parent AND m.meta_key = %s
			WHERE p.ID IN ( {$in} ) AND p.post_type = 'product_variation' AND p.post_status <> 'trash' ORDER BY m.meta_id" );
		$categories = $this->in_categories( $in );
		return array_map( static fn ( int $pieces ): Buffer => new Buffer( $pieces, BufferSource::Product ), $own + $parents )
			+ array_map( static fn ( int $pieces ): Buffer => new Buffer( $pieces, BufferSource::Category ), $categories );
	}

	/**
	 * @param string $statement For rows of a product's id and what is entered for it.
	 * @return array<int, int> By product id. If a key exists twice, the first counts, as in WordPress.
	 */
	private function entered( string $statement ): array {
		$entered = array();
		foreach ( $this->database->lists( $statement, array( Buffer::META_KEY ) ) as [ $id, $text ] ) {
			$pieces = Buffer::parse( $text );
			if ( null !== $pieces ) {
				$entered[ (int) $id ] ??= $pieces;
			}
		}
		return $entered;
	}

	/** @return array<int, int> By product id: the largest of its categories' buffers. */
	private function in_categories( string $in ): array {
		$categories = $this->categories();
		$largest    = array();
		foreach ( array() === $categories ? array() : $this->memberships( $in ) as [ $id, $category_id ] ) {
			if ( isset( $categories[ (int) $category_id ] ) ) {
				$largest[ (int) $id ] = max( $categories[ (int) $category_id ], $largest[ (int) $id ] ?? 0 );
			}
		}
		return $largest;
	}

	/** @return list<list<string|null>> Products with the categories that they, or a variation's product, are in. */
	private function memberships( string $in ): array {
		return $this->database->lists(
			"SELECT p.ID, tt.term_id FROM {$this->database->names->posts} p
			JOIN {$this->database->names->term_relationships} tr ON tr.object_id = CASE WHEN p.post_type = 'product_variation' THEN p.post_parent ELSE p.ID END
			JOIN {$this->database->names->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_cat'
			WHERE p.ID IN ( {$in} ) AND p.post_status <> 'trash'"
		);
	}

	/** @return array<int, int> By category; categories without a buffer, their own or one from above, are missing. */
	private function categories(): array {
		$names   = $this->database->names;
		$above   = array();
		$entered = array();
		// The tree is read only where any category has a buffer.
		$rows = $this->database->lists(
			"SELECT tt.term_id, tt.parent, tm.meta_value FROM {$names->term_taxonomy} tt
			LEFT JOIN {$names->termmeta} tm ON tm.term_id = tt.term_id AND tm.meta_key = %s
			WHERE tt.taxonomy = 'product_cat' AND EXISTS ( SELECT 1 FROM {$names->termmeta} entered WHERE entered.meta_key = %s )",
			array( Buffer::META_KEY, Buffer::META_KEY )
		);
		foreach ( $rows as [ $id, $parent, $text ] ) {
			$above[ (int) $id ]   = (int) $parent;
			$entered[ (int) $id ] = Buffer::parse( $text );
		}
		$pieces = array();
		foreach ( array_keys( $above ) as $id ) {
			$path = array();
			// Goes up to the first category that has one. A damaged tree may contain a circle.
			for ( $at = $id; isset( $above[ $at ] ) && ! isset( $entered[ $at ] ) && ! isset( $path[ $at ] ); $at = $above[ $at ] ) {
				$path[ $at ] = true;
			}
			if ( isset( $entered[ $at ] ) ) {
				$pieces[ $id ] = $entered[ $at ];
			}
		}
		return $pieces;
	}
}
