<?php
/**
 * How much KeyCRM gets while the shop leads.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Formula;
use KeyCrmStock\Value\Stock\PushedQuantity;
use KeyCrmStock\Value\Stock\PushedStock;

/**
 * Pure. KeyCRM's quantity contains what is reserved there, the shop's does not (keycrm-server/API.md §6). So a warehouse
 * gets the shop's number and its own reserve. Below 0 nothing is sent: whether an account takes such numbers cannot be read.
 */
final class LeadingShopQuantities implements PushQuantities {

	/** @param string $name The warehouse's, as far as it is known. */
	public function __construct( private readonly int $warehouse_id, private readonly string $name ) {}

	public function pushed( ShopProduct $product, LevelRow $row, float $number ): PushedStock {
		$present = $row->level->in_warehouse( $this->warehouse_id, $this->name );
		$wanted  = max( 0.0, $number );
		return new PushedStock(
			$present->free(),
			$wanted,
			array( new PushedQuantity( $present->id, $present->name, $wanted, $present->reserve, round( $wanted + $present->reserve, Formula::DECIMALS ), $present->quantity ) )
		);
	}
}
