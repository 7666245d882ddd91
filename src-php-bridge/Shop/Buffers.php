<?php
/**
 * The buffers that products, variations and categories have of their own.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Buffer;
use KeyCrmStock\Value\BufferFrom;

/**
 * Two statements a page, past every cache, so that a changed buffer counts at once. A variation without
 * one has its parent product's, a category without one that of the category above it; where several
 * categories of a product have one, the largest counts: rather too little on sale than too much.
 */
final class Buffers {

	private const OWN      = 1;
	private const PARENTS  = 2;
	private const CATEGORY = 3;

	public function __construct( private readonly \wpdb $wpdb ) {}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, Buffer> Products for which only the shop's counts are missing.
	 * @throws \RuntimeException Where the database does not say: unknown is not 0.
	 */
	public function of( array $product_ids ): array {
		if ( array() === $product_ids ) {
			return array();
		}
		$categories = $this->categories();
		$ids        = implode( ', ', array_map( 'intval', $product_ids ) );
		$statement  = $this->own_words( $ids ) . ( array() === $categories ? '' : ' UNION ALL ' . $this->memberships( $ids ) );
		$found      = array();
		foreach ( $this->rows( $statement ) as [ $id, $kind, $term_id, $text ] ) {
			$pieces = self::CATEGORY === (int) $kind ? $categories[ (int) $term_id ] ?? null : Buffer::parse( $text );
			$before = $found[ (int) $id ][ (int) $kind ] ?? null;
			if ( null !== $pieces ) {
				// A key that is there twice: WordPress reads the first of a product, and so do we.
				$found[ (int) $id ][ (int) $kind ] = self::CATEGORY === (int) $kind ? max( $pieces, $before ?? 0 ) : $before ?? $pieces;
			}
		}
		return array_map( self::nearest( ... ), $found );
	}

	/** @param non-empty-array<int, int> $pieces By whose word it is. */
	private static function nearest( array $pieces ): Buffer {
		$own = $pieces[ self::OWN ] ?? $pieces[ self::PARENTS ] ?? null;
		return null === $own
			? new Buffer( $pieces[ self::CATEGORY ] ?? 0, BufferFrom::Category )
			: new Buffer( $own, BufferFrom::Product );
	}

	/** @return array<int, int> By category, those without a word of their own or from above left out. */
	private function categories(): array {
		$key     = Buffer::META_KEY;
		$above   = array();
		$entered = array();
		// The tree is read only where any category has a buffer.
		$rows = $this->rows(
			"SELECT tt.term_id, tt.parent, tm.meta_value FROM {$this->wpdb->term_taxonomy} tt
			LEFT JOIN {$this->wpdb->termmeta} tm ON tm.term_id = tt.term_id AND tm.meta_key = '{$key}'
			WHERE tt.taxonomy = 'product_cat' AND EXISTS ( SELECT 1 FROM {$this->wpdb->termmeta} entered WHERE entered.meta_key = '{$key}' )"
		);
		foreach ( $rows as [ $id, $parent, $text ] ) {
			$above[ (int) $id ]   = (int) $parent;
			$entered[ (int) $id ] = Buffer::parse( $text );
		}
		$pieces = array();
		foreach ( array_keys( $above ) as $id ) {
			$path = array();
			// Upwards to the first that has one; a damaged tree may run in a circle.
			for ( $at = $id; isset( $above[ $at ] ) && ! isset( $entered[ $at ] ) && ! isset( $path[ $at ] ); $at = $above[ $at ] ) {
				$path[ $at ] = true;
			}
			if ( isset( $entered[ $at ] ) ) {
				$pieces[ $id ] = $entered[ $at ];
			}
		}
		return $pieces;
	}

	/** What is entered on products, variations and the variations' products. */
	private function own_words( string $ids ): string {
		$key = Buffer::META_KEY;
		return 'SELECT m.post_id, ' . self::OWN . ", 0, m.meta_value FROM {$this->wpdb->postmeta} m
			WHERE m.post_id IN ( {$ids} ) AND m.meta_key = '{$key}'
			UNION ALL SELECT p.ID, " . self::PARENTS . ", 0, m.meta_value FROM {$this->wpdb->posts} p
			JOIN {$this->wpdb->postmeta} m ON m.post_id = p.post_parent AND m.meta_key = '{$key}'
			WHERE p.ID IN ( {$ids} ) AND p.post_type = 'product_variation'";
	}

	/** In which categories they are. */
	private function memberships( string $ids ): string {
		return 'SELECT p.ID, ' . self::CATEGORY . ", tt.term_id, NULL FROM {$this->wpdb->posts} p
			JOIN {$this->wpdb->term_relationships} tr ON tr.object_id = CASE WHEN p.post_type = 'product_variation' THEN p.post_parent ELSE p.ID END
			JOIN {$this->wpdb->term_taxonomy} tt ON tt.term_taxonomy_id = tr.term_taxonomy_id AND tt.taxonomy = 'product_cat'
			WHERE p.ID IN ( {$ids} )";
	}

	/**
	 * @return list<list<string|null>>
	 * @throws \RuntimeException
	 */
	private function rows( string $statement ): array {
		/** @var list<list<string|null>>|null $rows */
		$rows = $this->wpdb->get_results( $statement, 'ARRAY_N' ); // Built of this class's own words and numbers.
		if ( '' !== $this->wpdb->last_error ) {
			// To go on would be to sell what is kept back.
			throw new \RuntimeException( 'The products\' buffers cannot be read: ' . $this->wpdb->last_error );
		}
		return $rows ?? array();
	}
}
