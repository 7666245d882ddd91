<?php
/**
 * Reads products' details into WordPress's caches, where WooCommerce finds them a moment later.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

/**
 * Who writes a product must have WooCommerce build it, which needs all of its meta and terms: asked for
 * once, they say too what the writer has to know before. What a cache had before is dropped first.
 */
final class PrimedDetails implements ProductDetails {

	private const TYPE = 'product_type';

	public function __construct(
		private readonly CatalogueRows $rows,
		private readonly PageCaches $caches,
	) {}

	public function meta( array $ids, array $keys, string $mark ): array {
		$all = $this->caches->refresh_meta( $ids );
		if ( null === $all ) {
			return $this->rows->meta( $ids, $keys, $mark );
		}
		$values = array();
		foreach ( $ids as $id ) {
			foreach ( $keys as $key ) {
				if ( array_key_exists( 0, $all[ $id ][ $key ] ?? array() ) ) {
					$values[ $id ][ $key ] = $all[ $id ][ $key ][0];
				}
			}
		}
		return array( $values, $this->rows->marked( $mark ) );
	}

	public function types( array $ids ): array {
		$this->caches->refresh_terms( $ids, self::TYPE );
		$slugs   = array();
		$types   = array();
		$unknown = array();
		foreach ( wp_cache_get_multiple( $ids, self::TYPE . '_relationships' ) as $id => $terms ) {
			if ( ! is_array( $terms ) ) {
				$unknown[] = (int) $id;
			} elseif ( array() !== $terms ) {
				$term_id            = (int) reset( $terms );
				$types[ (int) $id ] = $slugs[ $term_id ] ??= $this->slug( $term_id );
			}
		}
		return $types + ( array() === $unknown ? array() : $this->rows->types( $unknown ) );
	}

	private function slug( int $term_id ): string {
		$term = get_term( $term_id, self::TYPE );
		return $term instanceof \WP_Term ? $term->slug : 'simple';
	}
}
