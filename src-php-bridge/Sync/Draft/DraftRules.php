<?php
/**
 * Decides which of KeyCRM's offers become drafts, and what each draft gets.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Draft;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Draft\ShopTerms;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Sync\Create\CategoryPaths;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Creation;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Sku;

final class DraftRules {

	public function __construct(
		private readonly Catalogue $catalogue,
		private readonly LevelTable $levels,
		private readonly FullReadCheckpoint $full_read,
		private readonly ShopTerms $terms,
	) {}

	/**
	 * @param non-empty-list<Change>                             $rows
	 * @param array<int, CrmOffer>                               $offers     Of the rows, by id.
	 * @param array<int, CrmOffer>                               $family     All offers of the products that have variants.
	 * @param list<array{id: int, name: string, parent_id: int}> $categories KeyCRM's.
	 * @return list<Change> A row for each.
	 */
	public function planned( array $rows, array $offers, array $family, array $categories ): array {
		$skus    = array_map( static fn ( CrmOffer $offer ): string => $offer->sku, array_values( array( ...$offers, ...$family ) ) );
		$in_shop = array_fill_keys( array_map( static fn ( ShopProduct $product ): string => 'sku:' . $product->sku, $this->catalogue->by_skus( array_values( array_unique( $skus, SORT_STRING ) ) ) ), true );
		$levels  = $this->levels->read_since( array_map( static fn ( Change $row ): string => $row->sku, $rows ), $this->full_read->last()->started_at ?? PHP_INT_MAX );
		$known   = array_column( $categories, null, 'id' );
		$here    = new CategoryPaths( $this->terms->categories() );
		$notes   = array();
		foreach ( $rows as $row ) {
			$offer   = $offers[ (int) $row->offer_id ] ?? null;
			$others  = array_values( array_filter( $family, static fn ( CrmOffer $other ): bool => $other->product_id === $offer?->product_id && ! $other->is_archived ) );
			$verdict = null === $offer ? array( Outcome::Failed, CreateReason::GONE ) : $this->verdict( $row, $offer, $others, $in_shop, count( $levels[ 'sku:' . $row->sku ] ?? array() ) );
			$notes[] = null === $offer || null !== $verdict
				? $row->planned( $verdict[1] ?? '', null, $verdict[0] ?? Outcome::Failed )->named( $offer->product->name ?? '' )
				: $this->creation( $row, $offer, $others, $known, $here );
		}
		return $notes;
	}

	/**
	 * @param list<CrmOffer>      $others  All offers of its product that are not archived; empty for a product without variants.
	 * @param array<string, true> $in_shop SKUs that the shop has, by "sku:" and SKU.
	 * @param int                 $levels  How many offers have its SKU.
	 * @return array{Outcome, string}|null Null if it may be made.
	 */
	private function verdict( Change $row, CrmOffer $offer, array $others, array $in_shop, int $levels ): ?array {
		$sold_here = array_filter( $others, static fn ( CrmOffer $other ): bool => isset( $in_shop[ 'sku:' . $other->sku ] ) );
		return match ( true ) {
			'' === $offer->sku => array( Outcome::Failed, CreateReason::NO_SKU_THERE ),
			$offer->sku !== $row->sku || Sku::is_too_long( $offer->sku ) => array( Outcome::Failed, 'changed_meanwhile' ),
			isset( $in_shop[ 'sku:' . $offer->sku ] ) => array( Outcome::Unchanged, CreateReason::SHOP_HAS_IT ),
			$offer->is_archived || true === $offer->product?->is_archived => array( Outcome::Failed, CreateReason::ARCHIVED_THERE ),
			$levels > 1 => array( Outcome::DuplicateInKeyCrm, '' ),
			array() !== $sold_here => array( Outcome::Failed, CreateReason::SIBLING_HERE ),
			default => null,
		};
	}

	/**
	 * @param list<CrmOffer>                                             $others
	 * @param array<int, array{id: int, name: string, parent_id: int}> $known  KeyCRM's categories.
	 */
	private function creation( Change $row, CrmOffer $offer, array $others, array $known, CategoryPaths $here ): Change {
		$path                       = self::path( $offer->product->category_id ?? 0, $known );
		[ $category_id, $category ] = array() === $path ? array( 0, '' ) : $here->choose( array( $path ) );
		$is_variation               = self::tells_apart( $others );
		$name                       = '' === ( $offer->product->name ?? '' ) ? $offer->sku : (string) $offer->product?->name;
		$is_in_currency             = in_array( $offer->product->currency ?? '', array( '', $this->terms->currency() ), true );

		$notes = array_keys(
			array_filter(
				array(
					Creation::NO_CATEGORY => '' !== $category && 0 === $category_id,
					Creation::NO_PRICE    => null !== $offer->price && ! $is_in_currency,
				)
			)
		);
		$made  = new Creation(
			// Variants that nothing tells apart become products of their own.
			$is_variation || count( $others ) < 2 ? $name : "$name ({$offer->sku})",
			$is_in_currency ? $offer->price : null,
			$this->terms->currency(),
			$offer->barcode,
			$offer->weight ?? $offer->product?->weight,
			'' === self::picture( $offer ) ? 0 : 1,
			$category,
			$category_id,
			$is_variation ? $offer->product_id : 0,
			$is_variation ? $offer->properties : array(),
			$notes
		);
		return $row->planned( '', $made->to_parts() )->named( $made->name );
	}

	/** The address of its product's main picture, else of its own; '' for none. */
	public static function picture( CrmOffer $offer ): string {
		return $offer->product->pictures[0] ?? $offer->picture;
	}

	/** @param list<CrmOffer> $others Whether each has properties, and no two the same. */
	private static function tells_apart( array $others ): bool {
		$seen = array();
		foreach ( $others as $other ) {
			$seen[] = (string) wp_json_encode( $other->properties );
		}
		return array() !== $seen && ! in_array( '[]', $seen, true ) && count( array_unique( $seen ) ) === count( $seen );
	}

	/**
	 * @param array<int, array{id: int, name: string, parent_id: int}> $known
	 * @return list<string> Names from the top.
	 */
	private static function path( int $category_id, array $known ): array {
		$names = array();
		for ( $at = $known[ $category_id ] ?? null; null !== $at && count( $names ) < 20; $at = $known[ $at['parent_id'] ] ?? null ) {
			array_unshift( $names, $at['name'] );
		}
		return $names;
	}
}
