<?php
/**
 * The rows of WordPress that say what the shop sells.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * Reads only, a fixed number of statements however many ids, past every cache: WooCommerce's lookup
 * table and object caches may be stale, and loading products as objects would cost a hundred times more.
 *
 * @phpstan-type Post array{id: int, parent_id: int, type: string, name: string}
 */
final class CatalogueRows implements ProductDetails {

	public const STATUSES = "( 'publish', 'private', 'draft', 'pending', 'future' )";

	/** Types that keep no number of their own, unless the owner has given them an SKU. */
	private const WITHOUT_NUMBER = "( 'variable', 'grouped', 'external' )";

	public function __construct( private readonly \wpdb $wpdb ) {}

	/** @return list<Post> In id order; those that count, listed or not. */
	public function after( int $id, int $limit ): array {
		return $this->posts( "p.ID > {$id}", "ORDER BY p.ID LIMIT {$limit}" );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return list<Post> In id order; those that count.
	 */
	public function of( array $ids ): array {
		return $this->posts( 'p.ID IN ( ' . $this->in( $ids ) . ' )', 'ORDER BY p.ID' );
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
		$in = $this->in( $product_ids );
		return $this->posts( "( p.ID IN ( {$in} ) OR ( p.post_type = 'product_variation' AND p.post_parent IN ( {$in} ) ) )", 'ORDER BY p.ID' );
	}

	/** @return list<Post> */
	private function posts( string $which, string $order ): array {
		$rows = $this->rows( "SELECT p.ID, p.post_parent, p.post_type, p.post_title {$this->counting()} AND {$which} {$order}" );
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

	/** How many of after()'s rows count as products with a number of their own. */
	public function total(): int {
		$sku    = "SELECT 1 FROM {$this->wpdb->postmeta} sku WHERE sku.post_id = p.ID AND sku.meta_key = '_sku' AND sku.meta_value <> ''";
		$type   = "SELECT 1 FROM {$this->wpdb->term_relationships} tr
			JOIN {$this->wpdb->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_type'
			JOIN {$this->wpdb->terms} t ON t.term_id = tt.term_id
			WHERE tr.object_id = p.ID AND t.slug IN " . self::WITHOUT_NUMBER;
		$shares = "SELECT 1 FROM {$this->wpdb->postmeta} shared WHERE shared.post_id = parent.ID AND shared.meta_key = '_manage_stock' AND shared.meta_value = 'yes'";
		$keeps  = "SELECT 1 FROM {$this->wpdb->postmeta} own WHERE own.post_id = p.ID AND own.meta_key = '_manage_stock' AND own.meta_value = 'yes'";
		$rows   = $this->rows(
			"SELECT COUNT(*) {$this->counting()} AND (
				EXISTS ( {$sku} )
				OR ( p.post_type = 'product' AND NOT EXISTS ( {$type} ) )
				OR ( p.post_type = 'product_variation' AND ( EXISTS ( {$keeps} ) OR NOT EXISTS ( {$shares} ) ) )
			)"
		);
		return (int) ( $rows[0][0] ?? 0 );
	}

	/** FROM and WHERE of what counts: not trash, and no variation whose parent is trash or gone. */
	private function counting(): string {
		$statuses = self::STATUSES;
		return "FROM {$this->wpdb->posts} p
			LEFT JOIN {$this->wpdb->posts} parent ON p.post_type = 'product_variation' AND parent.ID = p.post_parent
			WHERE p.post_status IN {$statuses} AND (
				p.post_type = 'product'
				OR ( p.post_type = 'product_variation' AND parent.post_type = 'product' AND parent.post_status IN {$statuses} )
			)";
	}

	/** The categories are asked for in the same statement, since most shops have none. */
	public function meta( array $ids, array $keys, string $mark ): array {
		$rows       = $this->rows(
			"SELECT meta_id, post_id, meta_key, meta_value FROM {$this->wpdb->postmeta} WHERE post_id IN ( {$this->in( $ids )} ) AND meta_key IN ( {$this->quoted( $keys )} )
			UNION ALL SELECT 0, term_id, meta_key, meta_value FROM {$this->wpdb->termmeta} WHERE meta_key = {$this->quoted( array( $mark ) )} AND meta_value = 'yes'"
		);
		$values     = array();
		$first      = array();
		$categories = array();
		foreach ( $rows as [ $meta_id, $id, $key, $value ] ) {
			if ( '0' === (string) $meta_id ) {
				$categories[] = (int) $id;
			} elseif ( (int) $meta_id < ( $first[ (int) $id ][ (string) $key ] ?? PHP_INT_MAX ) ) {
				// Not sorted by the database: it would sort the whole union on disk.
				$first[ (int) $id ][ (string) $key ]  = (int) $meta_id;
				$values[ (int) $id ][ (string) $key ] = $value;
			}
		}
		return array( $values, $categories );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return list<int> Those that are in the bin.
	 */
	public function binned( array $ids ): array {
		return array_map( static fn ( array $row ): int => (int) $row[0], $this->rows( "SELECT ID FROM {$this->wpdb->posts} WHERE ID IN ( {$this->in( $ids )} ) AND post_status = 'trash'" ) );
	}

	/**
	 * @return list<int> Categories that have a 'yes' at this key.
	 * @throws \RuntimeException Where the database does not say: unknown is not "unmarked".
	 */
	public function marked( string $key ): array {
		$rows = $this->rows( "SELECT term_id FROM {$this->wpdb->termmeta} WHERE meta_key = {$this->quoted( array( $key ) )} AND meta_value = 'yes'" );
		if ( '' !== $this->wpdb->last_error ) {
			throw new \RuntimeException( 'The marks of categories cannot be read: ' . $this->wpdb->last_error );
		}
		return array_map( static fn ( array $row ): int => (int) $row[0], $rows );
	}

	public function types( array $ids ): array {
		$rows = $this->rows(
			"SELECT tr.object_id, t.slug FROM {$this->wpdb->term_relationships} tr
			JOIN {$this->wpdb->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_type'
			JOIN {$this->wpdb->terms} t ON t.term_id = tt.term_id
			WHERE tr.object_id IN ( {$this->in( $ids )} )"
		);
		return $this->by_id( $rows );
	}

	/**
	 * @param non-empty-list<int> $ids
	 * @return array<int, string>
	 */
	public function names( array $ids ): array {
		return $this->by_id( $this->rows( "SELECT ID, post_title FROM {$this->wpdb->posts} WHERE ID IN ( {$this->in( $ids )} )" ) );
	}

	/**
	 * Candidates only: the lookup table has an index on SKUs, may be stale, and compares loosely.
	 *
	 * @param non-empty-list<string> $skus
	 * @return list<int>
	 */
	public function looked_up( array $skus ): array {
		$rows = $this->rows( "SELECT product_id FROM {$this->wpdb->prefix}wc_product_meta_lookup WHERE sku IN ( {$this->quoted( $skus )} )" );
		return array_map( static fn ( array $row ): int => (int) $row[0], $rows );
	}

	/** @param list<int> $ids */
	private function in( array $ids ): string {
		return implode( ', ', array_map( 'intval', $ids ) );
	}

	/** @param non-empty-list<string> $texts */
	private function quoted( array $texts ): string {
		// Nothing but placeholders.
		return (string) $this->wpdb->prepare( implode( ', ', array_fill( 0, count( $texts ), '%s' ) ), $texts );
	}

	/**
	 * @param list<list<string|null>> $rows Of an id and a text.
	 * @return array<int, string>
	 */
	private function by_id( array $rows ): array {
		$texts = array();
		foreach ( $rows as [ $id, $text ] ) {
			$texts[ (int) $id ] = (string) $text;
		}
		return $texts;
	}

	/** @return list<list<string|null>> */
	private function rows( string $statement ): array {
		/** @var list<list<string|null>>|null $rows */
		$rows = $this->wpdb->get_results( $statement, 'ARRAY_N' ); // Built of this class's own words and numbers.
		return $rows ?? array();
	}
}
