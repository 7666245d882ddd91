<?php
/**
 * Compares names and prices of some products with what KeyCRM has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push\Details;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Offer\OfferFilter;
use KeyCrmStock\KeyCrm\Product\CrmOffer;
use KeyCrmStock\KeyCrm\Product\OfferWords;
use KeyCrmStock\KeyCrm\Stock\StockQuery;
use KeyCrmStock\Shop\Card\ChangedProducts;
use KeyCrmStock\Shop\Card\ProductCard;
use KeyCrmStock\Shop\Card\ProductCards;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Value\Stock\KeptDetails;

final class DetailsComparison {

	/** Prices have two decimals. */
	private const SMALLEST_DIFFERENCE = 0.005;

	public function __construct(
		private readonly ChangedProducts $changed,
		private readonly Catalogue $catalogue,
		private readonly LevelTable $levels,
		private readonly ProductCards $cards,
		private readonly OfferWords $offers,
	) {}

	/**
	 * One request at most.
	 *
	 * @param int $since Unix seconds.
	 * @return DetailsPage|null Null after the last product.
	 * @throws DatabaseError
	 * @throws WaitRequired
	 * @throws ApiException
	 */
	public function page( KeptDetails $wanted, int $since, int $after_id ): ?DetailsPage {
		$ids = $this->changed->page( $since, $after_id, StockQuery::LIMIT );
		if ( array() === $ids ) {
			return null;
		}
		$last    = $ids[ count( $ids ) - 1 ];
		$matched = $this->matched( $ids );
		if ( array() === $matched ) {
			return new DetailsPage( $last, array(), array(), false );
		}
		$cards  = $this->cards->load( array_values( $matched ) );
		$prices = array();
		$names  = array();
		foreach ( $this->offers->page( OfferFilter::by_ids( array_keys( $matched ) ) )->offers as $offer ) {
			$card = $cards[ $matched[ $offer->id ] ?? 0 ] ?? null;
			if ( null === $card || $offer->is_archived ) {
				continue;
			}
			$price = $this->price( $card, $wanted );
			if ( null !== $price && abs( $price - ( $offer->price ?? 0.0 ) ) > self::SMALLEST_DIFFERENCE ) {
				$prices[ $offer->id ] = $price;
			}
			if ( $wanted->name && $this->has_other_name( $offer, $card ) ) {
				$names[ $offer->product_id ] = array(
					'id'   => $offer->product_id,
					'name' => $card->name,
				);
			}
		}
		return new DetailsPage( $last, $prices, array_values( $names ), true );
	}

	/** While a sale lasts, its price counts if the owner wants that. Afterwards the regular one does again. */
	private function price( ProductCard $card, KeptDetails $wanted ): ?float {
		return match ( true ) {
			$wanted->sale_price => $card->current_price,
			$wanted->price => $card->price,
			default => null,
		};
	}

	private function has_other_name( CrmOffer $offer, ProductCard $card ): bool {
		return '' !== $card->name && null !== $offer->product && $offer->product->name !== $card->name;
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, int> Products that have one offer, and are not excluded, by that offer's id.
	 */
	private function matched( array $ids ): array {
		$excluded = array_map( static fn ( ShopProduct $product ): int => $product->excluded ? $product->id : 0, $this->catalogue->by_ids( $ids ) );
		$matched  = array();
		foreach ( $this->levels->by_products( array_values( array_diff( $ids, $excluded ) ) ) as $row ) {
			if ( null !== $row->product_id && null === $row->twin_id && 0 === $row->gone_in ) {
				$matched[ $row->level->offer_id ] = $row->product_id;
			}
		}
		return array_slice( $matched, 0, StockQuery::LIMIT, true );
	}
}
