<?php
/**
 * Finds the products in a given state since the last successful sync.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Exclusion\ProductListFilter;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelMatches;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\ProductSyncState;

/** The same states as ProductStates gives, for all products in one query. */
final class ProductStateFilter {

	private const NONE = ' AND 1 = 0';

	public function __construct(
		private readonly ProductStates $standings,
		private readonly ChangeTable $changes,
		private readonly LevelMatches $claims,
		private readonly ProductListFilter $filter,
	) {}

	/** @return string For the WHERE of WP_Query. */
	public function where( ProductSyncState $state ): string {
		if ( ProductSyncState::LeftAlone === $state ) {
			return $this->filter->left_alone();
		}
		$run = $this->standings->last();
		if ( null === $run ) {
			return self::NONE;
		}
		$noted = $this->changes->product_ids_sql( $run->id, $state->outcomes() );
		return $this->filter->among( ProductSyncState::Right === $state ? "{$noted} UNION {$this->never_noted( $run->id )}" : $noted );
	}

	/** Products that were right already, and so have no change. */
	private function never_noted( int $run_id ): string {
		return $this->claims->answering_sql( $run_id ) . " AND product_id NOT IN ( {$this->changes->product_ids_sql( $run_id, Outcome::cases() )} )";
	}
}
