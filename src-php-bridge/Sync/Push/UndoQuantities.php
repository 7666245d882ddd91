<?php
/**
 * How much KeyCRM gets when an earlier push is undone.
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
use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\PushedQuantity;
use KeyCrmStock\Value\Stock\PushedStock;

/**
 * Pure. Each warehouse gets back what it had for sale, if it still has what it was sent. A quantity that something else
 * has changed since stays.
 */
final class UndoQuantities implements PushQuantities {

	/** @param array<int, Change> $undone What was sent, by product id. */
	public function __construct( private readonly array $undone ) {}

	public function pushed( ShopProduct $product, LevelRow $row, float $number ): PushedStock|Decision {
		$change = $this->undone[ $product->id ] ?? null;
		if ( null === $change ) {
			return Decision::leave( Outcome::ChangedSince, '', $row );
		}
		$before     = 0.0;
		$after      = 0.0;
		$quantities = array();
		foreach ( $change->parts ?? array() as $sent ) {
			$sent    = PushedQuantity::from_array( (array) $sent );
			$present = $row->level->in_warehouse( $sent->warehouse_id, $sent->name );
			$had     = $sent->present - $sent->reserve;
			if ( ! StockQuantity::equal( $present->free(), $sent->available ) && ! StockQuantity::equal( $present->free(), $had ) ) {
				return Decision::leave( Outcome::ChangedSince, '', $row );
			}
			$before      += $present->free();
			$after       += max( 0.0, $had );
			$quantities[] = new PushedQuantity( $present->id, $present->name, max( 0.0, $had ), $present->reserve, round( max( 0.0, $had ) + $present->reserve, Formula::DECIMALS ), $present->quantity );
		}
		return new PushedStock( $before, $after, $quantities );
	}
}
