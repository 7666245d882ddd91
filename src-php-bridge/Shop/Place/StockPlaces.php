<?php
/**
 * Which places of the shop keep stock, and how much of a product each has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Place;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Hooks;

/**
 * WooCommerce knows one quantity a product. Places come from another plugin: one that we know, or one that answers our
 * filters. A move from place to place that leaves the product's own quantity alone is found by the next sync.
 */
final class StockPlaces {

	/** Names of at most so many letters are shown. */
	private const LONGEST_NAME = 100;

	public function __construct( private readonly StockLocations $known ) {}

	/** @return array<int|string, string> Names by the place's id; empty in a shop without places. */
	public function all(): array {
		$places = array();
		foreach ( Hooks::stock_places( $this->known->places() ) as $id => $name ) {
			if ( '' !== (string) $id && is_string( $name ) ) {
				$places[ $id ] = mb_substr( $name, 0, self::LONGEST_NAME, 'UTF-8' );
			}
		}
		return $places;
	}

	/**
	 * @param list<int> $product_ids
	 * @return array<int, array<int|string, float>> Quantities by product and place. A product that is in no place is missing.
	 */
	public function quantities( array $product_ids ): array {
		$quantities = array();
		foreach ( Hooks::stock_by_place( $this->known->quantities( $product_ids ), $product_ids ) as $id => $places ) {
			foreach ( is_array( $places ) && in_array( $id, $product_ids, true ) ? $places : array() as $place => $quantity ) {
				if ( is_numeric( $quantity ) ) {
					$quantities[ $id ][ $place ] = (float) $quantity;
				}
			}
		}
		return $quantities;
	}
}
