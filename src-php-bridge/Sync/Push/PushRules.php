<?php
/**
 * Chooses by what rule a run fills KeyCRM's numbers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Place\StockPlaces;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Availability\Decider;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;

final class PushRules {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly WarehouseList $warehouses,
		private readonly AvailabilityInputs $inputs,
		private readonly ChangeTable $changes,
		private readonly StockPlaces $places,
	) {}

	/**
	 * @param list<int> $product_ids Those of a page, translations included.
	 * @throws DatabaseError
	 */
	public function decider( array $product_ids, Run $run ): Decider {
		return Decider::for_keycrm( $this->settings->get(), new PushRule( $this->quantities( $product_ids, $run ) ) );
	}

	/** @param list<int> $product_ids */
	private function quantities( array $product_ids, Run $run ): PushQuantities {
		$id     = $this->settings->get()->push_warehouse_id;
		$map    = $this->settings->get()->places;
		$names  = array_column( $this->warehouses->all(), 'name', 'id' );
		$name   = $names[ $id ] ?? '';
		$leader = new LeadingShopQuantities( $id, $name );
		return match ( $run->mode ) {
			RunMode::Fill => new FillQuantities( $this->inputs->for_products( $product_ids ), $id, $name ),
			RunMode::Undo => new UndoQuantities( array() === $product_ids ? array() : array_column( $this->changes->for_products( $run->undoes, $product_ids ), null, 'product_id' ) ),
			default => array() === $map ? $leader : new PlacedQuantities( $leader, $map, $this->places->quantities( $product_ids ), $names ),
		};
	}
}
