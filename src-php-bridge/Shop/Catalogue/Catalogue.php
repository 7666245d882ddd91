<?php
/**
 * The shop's products, as far as their stock goes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Catalogue;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Shop\Exclusion\ExcludedCategories;
use KeyCrmStock\Shop\Stock\StockQuantity;

/**
 * Lists products that have an SKU or keep a number of their own. Without an SKU, a product that is sold
 * through others (ProductKind) is not listed, nor is a variation that shares its parent's number.
 *
 * @phpstan-import-type Post from CatalogueRows
 */
final class Catalogue {

	/** 'yes' on a product, a translation of it, the parent of a variation, or a category: see ExcludedCategories. */
	public const EXCLUDED = '_keycrm_stock_exclude';

	private const META = array( '_sku', '_manage_stock', '_stock', self::EXCLUDED );

	private readonly CatalogueRows $rows;
	private readonly ExcludedCategories $left_alone;
	private readonly ProductTypes $types;
	private readonly SharedSkus $shared_skus;

	public function __construct( Database $database, private readonly Translations $translations ) {
		$this->rows        = new CatalogueRows( $database );
		$this->types       = new ProductTypes();
		$this->left_alone  = new ExcludedCategories( $database, $this->rows );
		$this->shared_skus = new SharedSkus( $this->rows, $this->types );
	}

	/** @return list<ShopProduct> The next products by id; empty only at the end. */
	public function page( int $after_id, int $limit ): array {
		do {
			$posts    = $this->rows->after( $after_id, $limit );
			$listed   = array_values( array_filter( $this->products( $posts ), fn ( ShopProduct $product ): bool => $this->is_listed( $product ) ) );
			$after_id = array() === $posts ? $after_id : $posts[ count( $posts ) - 1 ]['id'];
		} while ( array() === $listed && count( $posts ) === $limit );
		return $listed;
	}

	/** How many products page() lists, all pages together. */
	public function total(): int {
		return $this->rows->total( $this->types->not_listed_without_sku(), $this->types->without_variations() );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, non-empty-list<int>> For each id its whole translation set, itself included, ascending.
	 */
	public function sets( array $ids ): array {
		return $this->translations->groups( $ids );
	}

	/**
	 * @param list<int> $ids
	 * @return list<ShopProduct> In id order, listed or not; one that is trashed or gone is missing.
	 */
	public function by_ids( array $ids ): array {
		return array() === $ids ? array() : $this->products( $this->rows->by_ids( $ids ) );
	}

	/**
	 * @param list<string> $skus
	 * @param list<int>    $ids  Products that may have one of them too: an SKU with odd white space is found in no index.
	 * @return list<ShopProduct> In id order; all listed products with one of the SKUs.
	 */
	public function by_skus( array $skus, array $ids = array() ): array {
		$wanted = array_values( array_diff( $skus, array( '' ) ) );
		$found  = array() === $wanted ? array() : $this->by_ids( array_values( array_unique( array( ...$this->rows->with_skus( $wanted ), ...$ids ) ) ) );
		return array_values( array_filter( $found, fn ( ShopProduct $product ): bool => in_array( $product->sku, $wanted, true ) && $this->is_listed( $product ) ) );
	}

	/** @return list<ShopProduct> A product and its variations, as WooCommerce lists them; those without a number of their own left out. */
	public function family( int $product_id, int $most ): array {
		$products = $this->products( $this->rows->family( $product_id, $most ) );
		return array_values( array_filter( $products, fn ( ShopProduct $product ): bool => $this->is_listed( $product ) ) );
	}

	/**
	 * @param non-empty-list<int> $product_ids
	 * @return list<ShopProduct> Those of them and of their variations that have a number of their own.
	 */
	public function families( array $product_ids ): array {
		return array_values( array_filter( $this->products( $this->rows->families( $product_ids ) ), fn ( ShopProduct $product ): bool => $this->is_listed( $product ) ) );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> Titles by id.
	 */
	public function names( array $ids ): array {
		return array() === $ids ? array() : $this->rows->names( $ids );
	}

	/**
	 * For examples and lists only: WooCommerce's index of SKUs may lack some products.
	 *
	 * @param list<string> $skus
	 * @return array<string, string> Titles by 'sku:' and the SKU (as a bare array key "12" would become a number).
	 */
	public function names_by_sku( array $skus ): array {
		$wanted   = array_values( array_diff( $skus, array( '' ) ) );
		$products = array() === $wanted ? array() : $this->by_ids( $this->rows->ids_by_skus( $wanted ) );
		$titles   = $this->names( array_map( static fn ( ShopProduct $product ): int => $product->id, $products ) );
		$names    = array();
		foreach ( $products as $product ) {
			if ( in_array( $product->sku, $wanted, true ) ) {
				$names[ 'sku:' . $product->sku ] ??= $titles[ $product->id ] ?? '';
			}
		}
		return $names;
	}

	/**
	 * @param list<Post> $posts
	 * @return list<ShopProduct>
	 */
	private function products( array $posts ): array {
		$ids = array_column( $posts, 'id' );
		if ( array() === $ids ) {
			return array();
		}
		$here     = array_values( array_unique( array( ...$ids, ...array_filter( array_column( $posts, 'parent_id' ) ) ) ) );
		$sets     = $this->translations->groups( $here );
		$everyone = $this->everyone( $here, $sets );

		[ $meta, $categories ] = $this->rows->meta( $everyone, self::META, self::EXCLUDED );

		$types    = $this->rows->types( $ids );
		$skus     = $this->shared_skus->skus( $posts, $types, $meta, $sets );
		$excluded = $this->left_alone->among( $everyone, array_map( static fn ( array $row ): bool => 'yes' === ( $row[ self::EXCLUDED ] ?? '' ), $meta ), $categories );
		return array_map(
			fn ( array $post ): ShopProduct => $this->product(
				$post,
				$post['parent_id'] > 0 ? 'variation' : $types[ $post['id'] ] ?? 'simple',
				$meta,
				$skus[ $post['id'] ],
				$sets[ $post['id'] ],
				// Translations are one product, so a mark on any of them counts for all.
				array() !== array_intersect_key( $excluded, array_flip( array( ...$sets[ $post['id'] ], ...$sets[ $post['parent_id'] ] ?? array() ) ) )
			),
			$posts
		);
	}

	/**
	 * The ids with their existing translations. A mark on a translation that is deleted or in the trash does not count.
	 *
	 * @param non-empty-list<int>             $here
	 * @param array<int, non-empty-list<int>> $sets
	 * @return non-empty-list<int>
	 */
	private function everyone( array $here, array $sets ): array {
		$elsewhere = array_values( array_diff( array_unique( array_merge( ...array_values( $sets ) ) ), $here ) );
		return array() === $elsewhere ? $here : array( ...$here, ...$this->rows->living( $elsewhere ) );
	}

	/**
	 * @param Post                                   $post
	 * @param array<int, array<string, string|null>> $meta
	 * @param non-empty-list<int>                    $siblings
	 */
	private function product( array $post, string $type, array $meta, string $sku, array $siblings, bool $excluded ): ShopProduct {
		$own     = $meta[ $post['id'] ] ?? array();
		$kind    = $this->types->kind_of( $type );
		$parent  = $meta[ $post['parent_id'] ] ?? array();
		$managed = match ( true ) {
			! $kind->may_have_number() => StockManagement::Off,
			wc_string_to_bool( $own['_manage_stock'] ?? '' ) => StockManagement::Own,
			wc_string_to_bool( $parent['_manage_stock'] ?? '' ) => StockManagement::Parent,
			default => StockManagement::Off,
		};
		return new ShopProduct(
			$post['id'],
			$post['parent_id'],
			$post['name'],
			$type,
			$kind,
			$sku,
			$managed,
			StockManagement::Own === $managed ? StockQuantity::from_meta( $own['_stock'] ?? null ) : null,
			$siblings,
			$excluded
		);
	}

	private function is_listed( ShopProduct $product ): bool {
		return '' !== $product->sku || ( $product->kind->is_listed_without_sku() && StockManagement::Parent !== $product->managed );
	}
}
