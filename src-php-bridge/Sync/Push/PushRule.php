<?php
/**
 * KeyCRM's number: what the shop has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Push;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Catalogue\ShopProduct;
use KeyCrmStock\Store\Level\LevelRow;
use KeyCrmStock\Sync\Availability\Decision;
use KeyCrmStock\Sync\Availability\NumberRule;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\PushedStock;
use KeyCrmStock\Value\Stock\StockLevel;

/** Pure. */
final class PushRule implements NumberRule {

	public function __construct( private readonly PushQuantities $quantities ) {}

	public function problem( StockLevel $level ): string {
		return $level->problem_by_warehouse();
	}

	public function decide( ShopProduct $product, LevelRow $row, array $holders ): Decision {
		$number = $this->number( $product, $holders );
		if ( null === $number ) {
			return Decision::leave( Outcome::NotManaged, 'no_number', $row );
		}
		$pushed = $this->quantities->pushed( $product, $row, $number );
		return $pushed instanceof PushedStock
			? Decision::push( array() === $pushed->missing() ? Outcome::Unchanged : Outcome::Updated, $row, $pushed )
			: $pushed;
	}

	/**
	 * The main product's number, if it keeps one; translations have the same.
	 *
	 * @param non-empty-list<ShopProduct> $holders
	 */
	private function number( ShopProduct $product, array $holders ): ?float {
		return in_array( $product, $holders, true ) ? $product->stock : $holders[0]->stock;
	}
}
