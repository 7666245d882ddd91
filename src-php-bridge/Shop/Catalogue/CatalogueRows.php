<?php
/**
 * Reads products and their meta from WordPress's tables.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\TableNames;

/**
 * Takes a fixed number of statements for any number of ids, and reads past every cache. WooCommerce's lookup
 * table and object caches may be stale, and loading products as objects would cost a hundred times more.
 *
 * @phpstan-type Post array{id: int, parent_id: int, type: string, name: string}
 */
final class CatalogueRows {

	public const STATUSES = "( 'publish', 'private', 'draft', 'pending', 'future' )";

	private readonly TableNames $names;

	public function __construct( private readonly Database $database ) {
		$this->names = $database->names;
	}

	/** @return list<Post> In id order; those that count, listed or not. */
	public function after( int $id, int $limit ): array {
		return $this->posts( "p.ID > {$id}", "ORDER BY p.ID LIMIT {$limit}" );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return list<Post> In id order; those that count.
	 */
	public function by_ids( array $ids ): array {
		return $this->posts( 'p.ID IN ( ' . Database::in( $ids ) . ' )', 'ORDER BY p.ID' );
	}

	/** @return list<Post> A product, then its variations in the owner's order. */
	public function family( int $product_id, int $most ): array {
		return $this->posts( "( p.ID = {$product_id} OR ( p.post_type = 'product_variation' AND p.post_parent = {$product_id} ) )", "ORDER BY p.post_parent, p.menu_order, p.ID LIMIT {$most}" );
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<Post> Products and their variations.
	 */
	public function families( array $product_ids ): array {
		$in = Database::in( $product_ids );
		return $this->posts( "( p.ID IN ( {$in} ) OR ( p.post_type = 'product_variation' AND p.post_parent IN ( {$in} ) ) )", 'ORDER BY p.ID' );
	}

	/** @return list<Post> */
	private function posts( string $which, string $order ): array {
		$rows = $this->database->lists( "SELECT p.ID, p.post_parent, p.post_type, p.post_title {$this->counting()} AND {$which} {$order}" );
		return array_map(
			static fn ( array $row ): array => array(
				'id'        => (int) $row[0],
				'parent_id' => 'product_variation' === $row[2] ? (int) $row[1] : 0,
				'type'      => (string) $row[2],
				'name'      => (string) $row[3],
			),
			$rows
		);
	}

	/**
	 * @param non-empty-list<int> $parent_ids
	 * @return array<int, list<string>> SKUs of the variations that count, by parent.
	 */
	public function variation_skus( array $parent_ids ): array {
		$skus = array();
		$rows = $this->database->lists(
			"SELECT v.post_parent, sku.meta_value FROM {$this->names->posts} v
			JOIN {$this->names->postmeta} sku ON sku.post_id = v.ID AND sku.meta_key = '_sku'
			WHERE v.post_parent IN ( " . Database::in( $parent_ids ) . " ) AND v.post_type = 'product_variation' AND v.post_status IN " . self::STATUSES
		);
		foreach ( $rows as [ $parent_id, $sku ] ) {
			$skus[ (int) $parent_id ][] = (string) $sku;
		}
		return $skus;
	}

	/**
	 * How many rows of after(), all pages together, are products with a number of their own.
	 *
	 * @param list<string> $unlisted Types that count only where they have an SKU.
	 * @param list<string> $single   Types that have no variations.
	 */
	public function total( array $unlisted, array $single ): int {
		$sku    = "SELECT 1 FROM {$this->names->postmeta} sku WHERE sku.post_id = p.ID AND sku.meta_key = '_sku' AND sku.meta_value <> ''";
		$slug   = "SELECT 1 FROM {$this->names->term_relationships} tr
			JOIN {$this->names->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_type'
			JOIN {$this->names->terms} t ON t.term_id = tt.term_id
			WHERE tr.object_id = p.ID AND t.slug";
		$type   = "{$slug} IN ( {$this->database->quoted( array( '', ...$unlisted ) )} )";
		$shares = "SELECT 1 FROM {$this->names->postmeta} shared WHERE shared.post_id = parent.ID AND shared.meta_key = '_manage_stock' AND shared.meta_value = 'yes'";
		$keeps  = "SELECT 1 FROM {$this->names->postmeta} own WHERE own.post_id = p.ID AND own.meta_key = '_manage_stock' AND own.meta_value = 'yes'";
		// As in SharedSkus: a product whose parent or variation has the same SKU and alone can hold the number.
		$same  = "JOIN {$this->names->postmeta} other ON other.meta_key = '_sku' AND HEX( other.meta_value ) = HEX( sku.meta_value )";
		$gives = "SELECT 1 FROM {$this->names->postmeta} sku {$same} WHERE sku.post_id = p.ID AND sku.meta_key = '_sku' AND sku.meta_value <> '' AND other.post_id = p.post_parent";
		$takes = "SELECT 1 FROM {$this->names->postmeta} sku {$same} JOIN {$this->names->posts} v ON v.ID = other.post_id
			WHERE sku.post_id = p.ID AND sku.meta_key = '_sku' AND v.post_parent = p.ID AND v.post_type = 'product_variation' AND v.post_status IN " . self::STATUSES;
		return (int) $this->database->value(
			"SELECT COUNT(*) {$this->counting()} AND (
				( EXISTS ( {$sku} ) AND NOT (
					( p.post_type = 'product_variation' AND NOT EXISTS ( {$keeps} ) AND EXISTS ( {$shares} ) AND EXISTS ( {$gives} ) )
					OR ( p.post_type = 'product' AND NOT EXISTS ( {$keeps} ) AND EXISTS ( {$slug} NOT IN ( {$this->database->quoted( array( '', ...$single ) )} ) ) AND EXISTS ( {$takes} ) )
				) )
				OR ( p.post_type = 'product' AND NOT EXISTS ( {$type} ) )
				OR ( p.post_type = 'product_variation' AND ( EXISTS ( {$keeps} ) OR NOT EXISTS ( {$shares} ) ) )
			)"
		);
	}

	/** FROM and WHERE of products that count: not in the trash, and no variation whose parent is in the trash or deleted. */
	private function counting(): string {
		$statuses = self::STATUSES;
		return "FROM {$this->names->posts} p
			LEFT JOIN {$this->names->posts} parent ON p.post_type = 'product_variation' AND parent.ID = p.post_parent
			WHERE p.post_status IN {$statuses} AND (
				p.post_type = 'product'
				OR ( p.post_type = 'product_variation' AND parent.post_type = 'product' AND parent.post_status IN {$statuses} )
			)";
	}

	/**
	 * The first value of each key: WordPress reads that one if a key exists twice.
	 *
	 * @param non-empty-list<int>    $ids
	 * @param non-empty-list<string> $keys
	 * @param string                 $mark A key of categories.
	 * @return array{array<int, array<string, string|null>>, list<int>} The values by product and key, and the categories that have 'yes' at $mark.
	 */
	public function meta( array $ids, array $keys, string $mark ): array {
		$in     = Database::in( $ids );
		$values = array();
		$rows   = $this->database->lists(
			"SELECT post_id, meta_key, meta_value FROM {$this->names->postmeta}
			WHERE post_id IN ( {$in} ) AND meta_key IN ( {$this->database->quoted( $keys )} ) ORDER BY meta_id"
		);
		foreach ( $rows as [ $id, $key, $value ] ) {
			if ( ! array_key_exists( (string) $key, $values[ (int) $id ] ?? array() ) ) {
				$values[ (int) $id ][ (string) $key ] = $value;
			}
		}
		return array( $values, $this->marked_categories( $mark ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return list<int> Those that are there, and not in the bin.
	 */
	public function living( array $ids ): array {
		$in = Database::in( $ids );
		return $this->database->ids( "SELECT ID FROM {$this->names->posts} WHERE ID IN ( {$in} ) AND post_status <> 'trash'" );
	}

	/** @return list<int> Categories that have a 'yes' at this key. */
	public function marked_categories( string $key ): array {
		return $this->database->ids( "SELECT term_id FROM {$this->names->termmeta} WHERE meta_key = %s AND meta_value = 'yes'", array( $key ) );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, string> By product id; a product without one is simple.
	 */
	public function types( array $ids ): array {
		$in = Database::in( $ids );
		return $this->by_id(
			"SELECT tr.object_id, t.slug FROM {$this->names->term_relationships} tr
			JOIN {$this->names->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_type'
			JOIN {$this->names->terms} t ON t.term_id = tt.term_id
			WHERE tr.object_id IN ( {$in} )"
		);
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, string>
	 */
	public function names( array $ids ): array {
		$in = Database::in( $ids );
		return $this->by_id( "SELECT ID, post_title FROM {$this->names->posts} WHERE ID IN ( {$in} )" );
	}

	/**
	 * Candidates only: the lookup table has an index on SKUs, but it may be stale and compares without case.
	 *
	 * @param non-empty-list<string> $skus
	 * @return list<int>
	 */
	public function ids_by_skus( array $skus ): array {
		return $this->database->ids( "SELECT product_id FROM {$this->names->prefix}wc_product_meta_lookup WHERE sku IN ( {$this->database->quoted( $skus )} )" );
	}

	/**
	 * Reads the index of all SKUs, because that of their values does not exist (20,000 products: some 20 ms).
	 *
	 * @param non-empty-list<string> $skus
	 * @return list<int> Ids of posts with these SKUs, also of those that do not count; the database compares loosely.
	 */
	public function with_skus( array $skus ): array {
		return $this->database->ids( "SELECT post_id FROM {$this->names->postmeta} WHERE meta_key = '_sku' AND meta_value IN ( {$this->database->quoted( $skus )} )" );
	}

	/**
	 * @param string $statement For rows of an id and a text.
	 * @return array<int, string>
	 */
	private function by_id( string $statement ): array {
		$texts = array();
		foreach ( $this->database->lists( $statement ) as [ $id, $text ] ) {
			$texts[ (int) $id ] = (string) $text;
		}
		return $texts;
	}
}
