<?php
/**
 * The shop's number: what the formula makes of KeyCRM's level.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Availability;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Shop\Stock\StockQuantity;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\StockLevel;

/** Pure. */
final class ShopNumberRule implements NumberRule {

	/** @param int $run_id The run that decides; 0 outside a run. */
	public function __construct( private readonly PageInputs $inputs, private readonly int $run_id ) {}

	public function problem( StockLevel $level ): string {
		return $this->inputs->problem( $level );
	}

	public function decide( ShopProduct $product, LevelRow $row, array $holders ): Decision {
		$parts = $this->inputs->parts( $product, $row->level );
		foreach ( $holders as $holder ) {
			$differs = null === $holder->stock || ! StockQuantity::equal( $holder->stock, $parts->available );
			// Outside a run nothing is written; the screen then shows what the next sync will do.
			if ( $differs && ( 0 === $this->run_id || $this->inputs->may_set( $parts, $product, $row, $holder->stock ) ) ) {
				return Decision::set( Outcome::Updated, $row, $parts );
			}
		}
		return Decision::set( Outcome::Unchanged, $row, $parts );
	}
}
