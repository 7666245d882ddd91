<?php
/**
 * Says which products of the shop cannot be made in KeyCRM, whatever KeyCRM has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ProductKind;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\CreateReason;
use KeyCrmStock\Value\Change\Outcome;

final class ShopSideOfCreation {

	/** More variations than any shop's product has. */
	private const MOST_VARIATIONS = 1000;

	public function __construct( private readonly Catalogue $catalogue ) {}

	/**
	 * As the shop is now, because it may have changed since it was compared.
	 *
	 * @param non-empty-list<Change> $rows
	 * @return array<int, array{Outcome, string}> Outcome and reason by product id; the others may be made.
	 */
	public function refused( array $rows ): array {
		$found = array();
		foreach ( $this->catalogue->by_ids( array_map( static fn ( Change $row ): int => $row->product_id, $rows ) ) as $product ) {
			$found[ $product->id ] = $product;
		}
		$same    = $this->with_skus( array_map( static fn ( Change $row ): string => $row->sku, $rows ) );
		$refused = array();
		foreach ( $rows as $row ) {
			$product = $found[ $row->product_id ] ?? null;
			$verdict = null === $product ? array( Outcome::Failed, 'deleted' ) : $this->verdict( $row, $product, $same[ 'sku:' . $row->sku ] ?? array() );
			if ( null !== $verdict ) {
				$refused[ $row->product_id ] = $verdict;
			}
		}
		return $refused;
	}

	/** @return list<string> SKUs of a variable product's variations, those that can be asked for. */
	public function variation_skus( int $parent_id ): array {
		$skus = array();
		foreach ( $this->catalogue->family( $parent_id, self::MOST_VARIATIONS ) as $product ) {
			if ( $product->parent_id === $parent_id && StockQuery::can_ask_for( $product->sku ) ) {
				$skus[] = $product->sku;
			}
		}
		return $skus;
	}

	/**
	 * @param list<ShopProduct> $same All products with the row's SKU.
	 * @return array{Outcome, string}|null
	 */
	private function verdict( Change $row, ShopProduct $product, array $same ): ?array {
		$others = array_filter( $same, static fn ( ShopProduct $other ): bool => ! in_array( $other->id, $product->translations, true ) );
		return match ( true ) {
			$product->excluded => array( Outcome::Excluded, '' ),
			$product->sku !== $row->sku => array( Outcome::Failed, 'changed_meanwhile' ),
			array() !== $others => array( Outcome::DuplicateInShop, '' ),
			ProductKind::Unit !== $product->kind => array( Outcome::NotInKeyCrm, CreateReason::KIND ),
			! StockQuery::can_ask_for( $product->sku ) => array( Outcome::NotInKeyCrm, CreateReason::NOT_ASKABLE ),
			default => null,
		};
	}

	/**
	 * @param list<string> $skus
	 * @return array<string, list<ShopProduct>> By "sku:" and SKU.
	 */
	private function with_skus( array $skus ): array {
		$found = array();
		foreach ( $this->catalogue->by_skus( $skus ) as $product ) {
			$found[ 'sku:' . $product->sku ][] = $product;
		}
		return $found;
	}
}
