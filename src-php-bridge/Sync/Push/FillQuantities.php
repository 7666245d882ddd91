<?php
/**
 * How much KeyCRM gets when it is filled once, before it leads.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Stock\StockQuantity;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Availability\Formula;
use KeyCrmStock\Sync\Availability\PageInputs;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\PushedQuantity;
use KeyCrmStock\Value\Stock\PushedStock;

/**
 * Pure. The formula read backwards: the quantity from which the next sync makes the number that the shop has now, with
 * other warehouses, reserves, open orders and the buffer as they are. The formula itself is asked whether it does.
 */
final class FillQuantities implements PushQuantities {

	/** Reason: the warehouse is not among those whose stock is for sale. */
	public const NOT_FOR_SALE = 'fill_not_for_sale';

	/** Reason: no quantity of this warehouse gives the shop's number. */
	public const NO_QUANTITY = 'fill_no_quantity';

	/** @param string $name The warehouse's, as far as it is known. */
	public function __construct(
		private readonly PageInputs $inputs,
		private readonly int $warehouse_id,
		private readonly string $name,
	) {}

	public function pushed( ShopProduct $product, LevelRow $row, float $number ): PushedStock|Decision {
		$chosen = $this->inputs->settings->warehouse_ids;
		if ( array() !== $chosen && ! in_array( $this->warehouse_id, $chosen, true ) ) {
			return Decision::leave( Outcome::Failed, self::NOT_FOR_SALE, $row );
		}
		$parts    = $this->inputs->parts( $product, $row->level );
		$present  = $row->level->in_warehouse( $this->warehouse_id, $this->name );
		$quantity = StockQuantity::equal( $parts->available, $number ) ? $present->quantity : round( $present->quantity + $number - $parts->exact, Formula::DECIMALS );
		$filled   = $this->inputs->parts( $product, $row->level->with_quantity( $present, $quantity ) );
		if ( $quantity < 0 || ! StockQuantity::equal( $filled->available, max( 0.0, $number ) ) ) {
			return Decision::leave( Outcome::Failed, self::NO_QUANTITY, $row );
		}
		return new PushedStock(
			$parts->available,
			$filled->available,
			array( new PushedQuantity( $present->id, $present->name, round( $quantity - $present->reserve, Formula::DECIMALS ), $present->reserve, $quantity, $present->quantity ) )
		);
	}
}
