<?php
/**
 * How much each of KeyCRM's warehouses gets of products that lie in several places of the shop.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Value\Stock\PlaceWarehouse;
use KeyCrmStock\Value\Stock\PushedStock;

/**
 * Pure. Places that share a warehouse are summed. A mapped warehouse of which a product has no place gets 0 of it. A product
 * that lies in no mapped place goes as a whole to the warehouse for all others.
 */
final class PlacedQuantities implements PushQuantities {

	/**
	 * @param PushQuantities                   $otherwise  For products without places.
	 * @param non-empty-list<PlaceWarehouse>   $map
	 * @param array<int, array<int|string, float>> $quantities The shop's, by product and place.
	 * @param array<int, string>               $names      Warehouses' names by id.
	 */
	public function __construct(
		private readonly PushQuantities $otherwise,
		private readonly array $map,
		private readonly array $quantities,
		private readonly array $names,
	) {}

	public function pushed( ShopProduct $product, LevelRow $row, float $number ): PushedStock|Decision {
		$here   = $this->quantities[ $product->id ] ?? array();
		$wanted = array();
		foreach ( $this->map as $pair ) {
			$wanted[ $pair->warehouse_id ] = ( $wanted[ $pair->warehouse_id ] ?? 0.0 ) + ( $here[ $pair->place ] ?? 0.0 );
		}
		if ( array() === array_intersect_key( $here, array_flip( array_map( static fn ( PlaceWarehouse $pair ): string => $pair->place, $this->map ) ) ) ) {
			return $this->otherwise->pushed( $product, $row, $number );
		}
		$before     = 0.0;
		$after      = 0.0;
		$quantities = array();
		foreach ( $wanted as $warehouse_id => $quantity ) {
			$one = ( new LeadingShopQuantities( $warehouse_id, $this->names[ $warehouse_id ] ?? '' ) )->pushed( $product, $row, $quantity );

			$before += $one->before;
			$after  += $one->after;
			array_push( $quantities, ...$one->quantities );
		}
		return new PushedStock( $before, $after, $quantities );
	}
}
